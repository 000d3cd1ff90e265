import type { FactValue } from './facts.js'

/** What somebody's own words say about an undertaking. */
export type UndertakingFound = {
  /** The kind of business or event. `sure` when it was said, not only likely. */
  readonly type?: { readonly id: string; readonly sure: boolean }
  /** Kinds between which nothing that was said decides, the likeliest first: a restaurant with alcohol and one without. Only where the type is not sure. */
  readonly between?: readonly string[]
  /** Facts that were told, by their id. */
  readonly facts: Readonly<Record<string, FactValue>>
  /** Somebody is about to do it, rather than complaining of it or asking for it as a customer. */
  readonly starts?: boolean
}
