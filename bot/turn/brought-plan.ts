import { createHmac } from 'node:crypto'
import type { RateStore } from '../domain/conversations/rates.js'
import type { PlanCode } from '../domain/permits/plan-code.js'
import type { PlanReader, SavedPlan } from '../domain/permits/saved-plan.js'
import { codeIn, type WrittenCode } from '../understanding/plan-code-in.js'
import { textOf } from './text-of.js'
import type { Inbound, Who } from './turn.js'

/** What came of a code that somebody wrote. Nothing tells how near a wrong one was. */
export type BroughtPlan = { kind: 'found'; code: PlanCode; saved: SavedPlan } | { kind: 'not-found' } | { kind: 'too-many' }

/** Looks up, before the turn begins, what a skill may not wait for. Undefined when nothing was asked for. */
export type BringPlan = (inbound: Inbound) => Promise<BroughtPlan | undefined>

type Needs = { plans: Pick<PlanReader, 'findByCode'>; rates: RateStore; hashOfCode: (code: string) => string }

const HOUR = 3_600
// A person mistypes a few times. Staff on the phone type others' codes all day.
const TRIES_AN_HOUR = { citizen: 20, staff: 200 }
// Of 110 thousand million codes: at this pace one of ten thousand plans would be found by chance once in a year of trying day and night.
const TRIES_OF_ALL_AN_HOUR = 1_000

export const planBringer =
  ({ plans, rates, hashOfCode }: Needs): BringPlan =>
  async (inbound) => {
    const written = writtenIn(inbound)
    if (!written) return undefined
    if (await isTooMany(rates, inbound, written)) return { kind: 'too-many' }
    if (written.kind === 'mistyped') return { kind: 'not-found' }
    const saved = await plans.findByCode(hashOfCode(written.code), inbound.at)
    return saved ? { kind: 'found', code: written.code, saved } : { kind: 'not-found' }
  }

/** Codes are stored as this: whoever reads the database cannot use them, and without the key cannot try them out either. */
export const hasherOfCodes =
  (key: string) =>
  (code: string): string =>
    createHmac('sha256', key).update(`plan code ${code}`).digest('base64url')

const writtenIn = ({ said }: Inbound): WrittenCode | undefined => codeIn(textOf({ said }) ?? '')

async function isTooMany(rates: RateStore, { key, who, at }: Inbound, written: WrittenCode): Promise<boolean> {
  const limit = 'tenant' in who ? TRIES_AN_HOUR.staff : TRIES_AN_HOUR.citizen
  const counted = await Promise.all([
    rates.count(`plan-code:conversation:${key.channel}|${key.conversation}`, at, HOUR),
    rates.count(`plan-code:who:${nameOf(who)}`, at, HOUR),
    // What cannot be a code is no try.
    written.kind === 'code' ? rates.count('plan-code:all', at, HOUR) : 0,
  ])
  const [conversation, person, all] = counted
  return conversation > limit || person > limit || all > TRIES_OF_ALL_AN_HOUR
}

// A visitor's number lets its bearer into conversations, so it is counted by a hash.
const nameOf = (who: Who): string =>
  createHmac('sha256', 'plan-code')
    .update('tenant' in who ? `${who.tenant}|${who.oid}` : who.citizen)
    .digest('base64url')
