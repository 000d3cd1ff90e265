import { findableOf, type Findable } from '../../domain/content/findables.js'
import type { UndertakingFound } from '../../domain/permits/undertaking-found.js'
import type { Match } from '../../understanding/find.js'
import { pilotCommandIn } from '../../understanding/pilot-commands.js'
import { lookFor } from '../show-found.js'
import type { Going } from './pilot-turn.js'

/** An undertaking that somebody is about to begin; `besides`: single things that may have been meant instead, to offer as buttons. */
export type Beginning = { found: UndertakingFound; besides: readonly Match[] }

const MOST_BESIDES = 2

/**
 * Whether a text begins an undertaking: it was asked for by name, or somebody says what they are about to do. Whoever needs a preschool for their
 * child is not about to open one.
 */
export function beginningIn(going: Going, text: string): Beginning | undefined {
  const { needs, turn } = going
  const found = needs.undertakings(text, turn.language)
  if (pilotCommandIn(text) === 'start') return { found, besides: [] }
  if (found.starts !== true) return undefined
  const matches = matchesFor(going, text)
  const best = matches[0] && findableOf(turn.content, matches[0].id)
  if (isForOthers(best)) return undefined
  const besides = matches.filter(({ id }) => findableOf(turn.content, id)?.kind !== 'business-type')
  return { found, besides: besides.slice(0, MOST_BESIDES) }
}

function matchesFor({ needs, turn }: Going, text: string): readonly Match[] {
  const found = lookFor(needs, turn, text)
  if (found.kind === 'nothing') return []
  return found.kind === 'sure' ? [found.best, ...found.near] : found.matches
}

/** What is for citizens, or is not the city's at all. */
const isForOthers = (best: Findable | undefined): boolean =>
  best?.kind === 'other-authority' || (best?.kind === 'service' && !best.thing.audience.includes('business'))
