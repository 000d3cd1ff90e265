import type { BudgetPost, Item, Part, PlanContent } from '../../../../bot/domain/projects/plan.js'
import { hoursIn, kronorIn, oreIn } from '../texts.js'

/** How a field of a thing in the plan is filled in. `years` is one field for each year of the project. */
export type FieldKind = 'text' | 'long' | 'day' | 'hours' | 'grade' | 'kronor' | 'kronor-years' | 'hours-years'
export type FormField = { name: string; kind: FieldKind; isFree?: true }

const NAME: FormField = { name: 'name', kind: 'text' }
const day = (name: string): FormField => ({ name, kind: 'day' })
const EXTERNAL: readonly FormField[] = [NAME, { name: 'amounts', kind: 'kronor-years' }]
const INTERNAL: readonly FormField[] = [NAME, { name: 'hours', kind: 'hours-years' }, { name: 'rate', kind: 'kronor' }]

/** What can be changed of a thing by hand; everything else of it stays as it is. */
const FIELDS: Record<Exclude<Part, 'budget'>, readonly FormField[]> = {
  frame: [{ name: 'scope', kind: 'long' }, { name: 'limits', kind: 'long' }, day('from'), day('to')],
  goals: [NAME, { name: 'measure', kind: 'text' }],
  'effect-goals': [NAME, { name: 'measure', kind: 'text' }, { name: 'target', kind: 'text' }, day('by')],
  points: [day('on')],
  milestones: [NAME, day('on')],
  deliveries: [NAME, day('on')],
  activities: [NAME, { name: 'hours', kind: 'hours' }, day('from'), day('to')],
  risks: [
    NAME,
    { name: 'probability', kind: 'grade' },
    { name: 'consequence', kind: 'grade' },
    { name: 'action', kind: 'long', isFree: true },
  ],
}
export const fieldsOf = (part: Part, item: Item): readonly FormField[] =>
  part === 'budget' ? ((item as BudgetPost).kind === 'internal' ? INTERNAL : EXTERNAL) : FIELDS[part]

/** What a new thing of a part begins as; undefined where there can be no new one by hand. */
export function newItem(part: Part, id: string): Item | undefined {
  const blank: Partial<Record<Part, Item>> = {
    goals: { id, name: '', measure: '' },
    milestones: { id, name: '', on: '', goals: [] },
    deliveries: { id, name: '', on: '', goals: [] },
    budget: { id, name: '', kind: 'external', amounts: {} },
    activities: { id, name: '', who: [], hours: 0, from: '', to: '', after: [] },
    risks: { id, name: '', probability: 3, consequence: 3, action: '' },
  }
  return blank[part]
}

/** The years that money and hours can be given for: those of the project, and those that the thing has already. */
export function yearsFor({ frame }: Pick<PlanContent, 'frame'>, item: Item): string[] {
  const [from, to] = [frame[0]?.from, frame[0]?.to].map((one) => Number(one?.slice(0, 4)))
  const own = 'amounts' in item ? item.amounts : 'rate' in item ? item.hours : {}
  const planned = from && to ? Array.from({ length: to - from + 1 }, (_, index) => String(from + index)) : []
  return [...new Set([...planned, ...Object.keys(own)])].sort()
}

/** What has been typed: by field, or by field and year ("amounts 2027"). */
export type Typed = Readonly<Record<string, string>>
const keyFor = (name: string, year: string): string => `${name} ${year}`
export const inputsFor = ({ name, kind }: FormField, years: readonly string[]): { key: string; year?: string }[] =>
  kind.endsWith('-years') ? years.map((year) => ({ key: keyFor(name, year), year })) : [{ key: name }]

/** The thing as its form shows it. */
export function typedOf(part: Part, item: Item, years: readonly string[]): Typed {
  const values = item as unknown as Record<string, unknown>
  return Object.fromEntries(
    fieldsOf(part, item).flatMap(({ name, kind }) =>
      inputsFor({ name, kind }, years).map(({ key, year }): [string, string] => {
        const value = year === undefined ? values[name] : (values[name] as Record<string, number> | undefined)?.[year]
        return [key, typed(kind, value)]
      }),
    ),
  )
}
const typed = (kind: FieldKind, value: unknown): string => {
  if (typeof value !== 'number') return typeof value === 'string' ? value : ''
  return kind.startsWith('kronor') ? kronorIn(value) : String(value).replace('.', ',')
}

const READ: Record<FieldKind, (text: string) => unknown> = {
  text: (text) => text.trim() || undefined,
  long: (text) => text.trim() || undefined,
  day: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined),
  hours: hoursIn,
  grade: (text) => (/^[1-5]$/.test(text) ? Number(text) : undefined),
  kronor: oreIn,
  'kronor-years': oreIn,
  'hours-years': (text) => (/^\d{1,8}$/.test(text.trim()) ? Number(text) : undefined),
}

/** The thing that has been typed, or the keys of what cannot be read. A year that is left empty has nothing. */
export function itemFrom(
  part: Part,
  base: Item,
  given: Typed,
  years: readonly string[],
): { item: Item } | { wrong: readonly string[] } {
  const wrong: string[] = []
  const read: Record<string, unknown> = {}
  for (const field of fieldsOf(part, base)) {
    const byYear: Record<string, unknown> = {}
    for (const { key, year } of inputsFor(field, years)) {
      const text = given[key] ?? ''
      const value = READ[field.kind](text)
      if (year !== undefined && text.trim() === '') continue
      if (value === undefined && !field.isFree) wrong.push(key)
      else if (year === undefined) read[field.name] = value ?? ''
      else byYear[year] = value
    }
    if (field.kind.endsWith('-years')) read[field.name] = byYear
  }
  return wrong.length > 0 ? { wrong } : { item: { ...base, ...read } }
}
