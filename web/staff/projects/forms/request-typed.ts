import type { Affected, RequestSaid } from '../../../../bot/domain/projects/change-request.js'
import type { PlanEdit } from '../../../../bot/domain/projects/plan-edits.js'

/** A change request as it has been typed. */
export type TypedRequest = {
  title: string
  why: string
  effects: Partial<Record<Affected, string>>
  edits: readonly PlanEdit[]
  alternatives: string
  ifRejected: string
}
export const BLANK: TypedRequest = { title: '', why: '', effects: {}, edits: [], alternatives: '', ifRejected: '' }

export const PAGES = ['what', 'plan', 'effects', 'otherwise', 'check'] as const
export type Page = (typeof PAGES)[number]
type Words = 'title' | 'why' | 'alternatives' | 'ifRejected'
const ASKED_ON: Record<Page, readonly Words[]> = {
  what: ['title', 'why'],
  plan: [],
  effects: [],
  otherwise: ['alternatives', 'ifRejected'],
  check: [],
}

/** What is still to be written on a page. A request must change something in the plan or have an effect: `effects` tells that it does not. */
export function missingOn(page: Page, typed: TypedRequest): (Words | 'effects')[] {
  const words = ASKED_ON[page].filter((name) => typed[name].trim() === '')
  return page === 'effects' && !saysAnything(typed) ? [...words, 'effects'] : words
}
const saysAnything = ({ edits, effects }: TypedRequest): boolean =>
  edits.length > 0 || Object.values(effects).some((text) => text.trim() !== '')

/** The first page that something is missing on; undefined when it can be sent. */
export const firstGap = (typed: TypedRequest): Page | undefined => PAGES.find((page) => missingOn(page, typed).length > 0)

/** What is sent. An effect that nothing is written of is none. */
export const requestSaid = ({ title, why, effects, edits, alternatives, ifRejected }: TypedRequest): RequestSaid => ({
  title: title.trim(),
  why: why.trim(),
  effects: Object.fromEntries(
    Object.entries(effects)
      .map(([affected, text]): [string, string] => [affected, text.trim()])
      .filter(([, text]) => text !== ''),
  ),
  edits: [...edits],
  alternatives: alternatives.trim(),
  ifRejected: ifRejected.trim(),
})
