import { z } from 'zod'
import { unknownInput, valueInput } from '../../cards/pilot-words.js'
import type { Fact, FactValue } from '../../domain/permits/facts.js'
import type { Rules } from '../../domain/permits/rules.js'

/** What a card of questions sent, believed as far as the rules know it. */
export type Parsed = {
  given: Record<string, FactValue>
  /** Facts whose value cannot be, with what was given. */
  impossible: { fact: Fact; given: string }[]
  /** A fact was answered that no rule has. */
  isStrange: boolean
}

const Given = z.union([z.string().max(100), z.number(), z.boolean()])
const PREFIX = { value: valueInput(''), unknown: unknownInput('') }
// More than any card asks; the rest of what a stranger sends is not looked at.
const MOST = 50

export function parseAnswers(rules: Rules, press: Record<string, unknown>): Parsed {
  const parsed: Parsed = { given: {}, impossible: [], isStrange: false }
  for (const id of factsNamed(press)) {
    const fact = rules.facts.get(id)
    if (!fact) {
      parsed.isStrange = true
      continue
    }
    const sent = sentFor(press, fact)
    if (sent === undefined) continue
    const value = valueIn(fact, sent)
    if (value === undefined) parsed.impossible.push({ fact, given: sent })
    else parsed.given[id] = value
  }
  return parsed
}

function factsNamed(press: Record<string, unknown>): string[] {
  const ids = Object.keys(press).flatMap((key) =>
    key.startsWith(PREFIX.value)
      ? [key.slice(PREFIX.value.length)]
      : key.startsWith(PREFIX.unknown)
        ? [key.slice(PREFIX.unknown.length)]
        : [],
  )
  return [...new Set(ids)].slice(0, MOST)
}

/** What was sent for a fact: "I don't know yet" goes before a number that is left in its field. Undefined when nothing was. */
function sentFor(press: Record<string, unknown>, { id }: Fact): string | undefined {
  if (String(press[unknownInput(id)]) === 'true') return 'unknown'
  const given = Given.safeParse(press[valueInput(id)])
  if (!given.success) return press[valueInput(id)] == null ? undefined : ''
  const sent = String(given.data).trim()
  return sent === '' ? undefined : sent
}

const YES_NO: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false }

/** The value of a fact as it was sent; undefined when it cannot be. */
export function valueIn(fact: Fact, sent: string): FactValue | undefined {
  if (sent === 'unknown') return 'unknown'
  if (fact.kind === 'yes-no') return Object.hasOwn(YES_NO, sent) ? YES_NO[sent] : undefined
  if (fact.kind === 'choice') return fact.options.find(({ id }) => id === sent)?.id
  // "1 200" and "12,5", as they are written here.
  const written = sent.replace(/\s/g, '').replace(',', '.')
  if (!/^-?\d{1,9}(?:\.\d{1,6})?$/.test(written)) return undefined
  const value = Number(written)
  return value >= fact.least && value <= fact.most ? value : undefined
}
