import { NAMES_OF_PARTS, type Part } from '../../domain/projects/plan.js'

/**
 * What a column of a plan's sheet holds. `year` is not a column but as many as there are years; its cells are kronor for what is bought and
 * hours for the project's own time.
 */
export const COLUMN_KINDS = [
  'id',
  'point',
  'text',
  'day',
  'hours',
  'kronor',
  'grade',
  'budget-kind',
  'person',
  'people',
  'ref',
  'refs',
] as const
export type ColumnKind = (typeof COLUMN_KINDS)[number]

/** `key` is that of the item in the plan; `to` is the part that a reference names something in; `width` is in letters. */
export type PlanColumn = { key: string; kind: ColumnKind; needed: boolean; width: number; to?: Part }

const needed = (key: string, kind: ColumnKind, width = 18): PlanColumn => ({ key, kind, needed: true, width })
const may = (key: string, kind: ColumnKind, width = 18): PlanColumn => ({ key, kind, needed: false, width })
const refs = (key: string, to: Part, kind: 'ref' | 'refs' = 'ref'): PlanColumn => ({ ...may(key, kind, 22), to })
const ID = may('id', 'id', 20)
const NAME = needed('name', 'text', 40)

/** The sheets of a plan, their columns and what is in them: what is exported, what the template asks for, and what an import reads. */
export const PLAN_SHEETS: Readonly<Record<Part, readonly PlanColumn[]>> = {
  frame: [needed('scope', 'text', 60), needed('limits', 'text', 60), needed('from', 'day'), needed('to', 'day')],
  goals: [ID, NAME, needed('measure', 'text', 40)],
  'effect-goals': [
    ID,
    NAME,
    needed('measure', 'text', 40),
    needed('target', 'text', 24),
    needed('owner', 'person', 24),
    needed('by', 'day'),
  ],
  points: [needed('id', 'point'), needed('on', 'day')],
  milestones: [ID, NAME, needed('on', 'day'), refs('goals', 'goals', 'refs')],
  deliveries: [ID, NAME, needed('on', 'day'), refs('milestone', 'milestones'), refs('goals', 'goals', 'refs')],
  budget: [ID, NAME, needed('kind', 'budget-kind'), may('rate', 'kronor')],
  activities: [
    ID,
    NAME,
    may('who', 'people', 30),
    needed('hours', 'hours'),
    needed('from', 'day'),
    needed('to', 'day'),
    may('subproject', 'text'),
    refs('delivery', 'deliveries'),
    refs('milestone', 'milestones'),
    refs('post', 'budget'),
    refs('after', 'activities', 'refs'),
  ],
  risks: [
    ID,
    NAME,
    needed('probability', 'grade'),
    needed('consequence', 'grade'),
    may('action', 'text', 60),
    may('owner', 'person', 24),
  ],
}

/** In the order in which people fill them in. */
export const SHEET_ORDER: readonly Part[] = NAMES_OF_PARTS
export const columnOf = (part: Part, key: string): PlanColumn | undefined =>
  PLAN_SHEETS[part].find((column) => column.key === key)

/** Keys of words. */
export const sheetKey = (part: Part): string => `papers.sheet.${part}`
export const columnKey = (part: Part, key: string): string => `papers.column.${part}.${key}`

/** Between several in one cell: a name may have a comma in it. */
export const BETWEEN = ';'
export const BUDGET_KINDS = ['external', 'internal'] as const
