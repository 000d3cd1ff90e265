import { comparable, folded } from './normalise.js'
import { hasHours } from './project-amounts.js'
import { changeIn, type SaidChange } from './project-change.js'
import { spokenIn } from './project-language.js'
import { meantWords } from './project-misspelt.js'
import { ENDS_DEFINITE, KIND_OF_THING, LEADS, NAMED, OF_WHAT_IS, SAID_OF_IT, TRAILERS, WANTING } from './project-names.js'
import type { WishedForm } from './project-names.js'
import { ASKING, LATER } from './project-signs.js'
import { saidWords } from './said-words.js'

export type { WishedForm }

/** What somebody wants to do with projects. `which` is what they called the project, if they said. `language` is that of their words. */
export type ProjectWish = { language: 'sv' | 'en' } & (
  | { kind: 'mine' }
  | { kind: 'no-steering-place' }
  | { kind: 'form'; form: WishedForm; which?: string }
  | { kind: 'steering-place'; which?: string }
  | { kind: 'change'; change: SaidChange }
)

/** Words as they were written, and as they were meant: folded, and mended where they were misspelt. */
type Said = { words: readonly string[]; meant: readonly string[] }

const BETWEEN = new Set(['for', 'i', 'om', 'till', 'at', 'pa', 'on', 'about', 'in', 'to', 'of'])
/** Whoever writes more than this tells something. */
const LONGEST = 300

/** What is wished for in words of Swedish or English; undefined when it is nothing about projects. */
export function projectWish(text: string): ProjectWish | undefined {
  if (text.length > LONGEST) return undefined
  const words = comparable(text).split(' ')
  const said = { words, meant: meantWords(words) }
  const named = namedIn(said) ?? reportThatIsLate(said) ?? hoursOf(said)
  if (named) return named
  const change = changeIn(text)
  return change && { kind: 'change', language: change.language, change }
}

/** A name, with nothing before it but the wish for it, and nothing after it but what the project is called. */
function namedIn(said: Said): ProjectWish | undefined {
  const meant = withoutTrailers(said.meant)
  const words = said.words.slice(0, meant.length)
  const first = meant.findIndex((word) => !LEADS.has(word))
  const isFree = isWanted(said.meant)
  for (let from = 0; from < meant.length; from++) {
    const isPlain = first < 0 || from <= first
    if (!isPlain && !isFree) return undefined
    const wish = namedAt(from, { words, meant })
    // A channel is a place for a steering group when that is said, and not when one wishes to talk with it.
    if (wish && (isPlain || wish.kind === 'form' || wish.kind === 'mine')) return wish
  }
  return undefined
}

function namedAt(from: number, said: Said): ProjectWish | undefined {
  const text = said.meant.slice(from).join(' ')
  for (const named of NAMED) {
    const name = named.name.exec(text)?.[0]
    const wish = name && wishOf(named, said, whichIn(said.words.slice(from + name.split(' ').length), ENDS_DEFINITE.test(name)))
    if (wish) return wish
  }
  return undefined
}

/** Other words may stand before a name where somebody says that they want something, and asks nothing of what there is. */
const isWanted = (meant: readonly string[]): boolean => WANTING.test(meant.join(' ')) && !OF_WHAT_IS.test(meant.join(' '))

/** "This week", "please", "in the plan": they come after the name, one after the other. */
function withoutTrailers(words: readonly string[]): readonly string[] {
  let said = words.join(' ')
  while (TRAILERS.test(said)) said = said.replace(TRAILERS, '')
  return said.split(' ')
}

/** What they call the project; empty when they say none, undefined when something is said of the report instead. */
function whichIn(words: readonly string[], isAfterDefinite: boolean): string | undefined {
  const isJoined = BETWEEN.has(folded(words[0] ?? ''))
  const which = words.slice(isJoined ? 1 : 0).join(' ')
  const isSaidOfIt = SAID_OF_IT.test(folded(which)) || (which !== '' && !isJoined && isAfterDefinite)
  return isSaidOfIt ? undefined : which.replace(KIND_OF_THING, '')
}

/** Of "my projects" one project cannot be named: then something else was asked. */
function wishOf(named: (typeof NAMED)[number], { meant }: Said, which: string | undefined): ProjectWish | undefined {
  if (which === undefined) return undefined
  const language = spokenIn(meant, named.language)
  if (named.kind === 'form') return { kind: 'form', form: named.form, language, ...(which ? { which } : {}) }
  if (named.kind === 'steering-place') return { kind: 'steering-place', language, ...(which ? { which } : {}) }
  if (which) return undefined
  return named.kind === 'mine' ? { kind: 'mine', language } : { kind: 'no-steering-place', language }
}

const REPORTS: readonly [RegExp, WishedForm][] = [
  [/^(?:status|vecko|tid)rapport(?:en)?$/u, 'status-report'],
  [/^(?:lages|manads)rapport(?:en)?$/u, 'progress-report'],
]

/** Whoever is late with a report wants to give it, and no change of the plan. */
function reportThatIsLate({ meant }: Said): ProjectWish | undefined {
  const text = meant.join(' ')
  const form = REPORTS.find(([name]) => meant.some((word) => name.test(word)))?.[1]
  return form && LATER.test(text) && !ASKING.test(text) ? { kind: 'form', form, language: spokenIn(meant) } : undefined
}

const WORKED =
  /(?<![a-z])(?:rapportera|registrera|report|register|jobbat|jobbade|arbetat|arbetade|lagt|la|lade|worked|spent|logged|put in)(?![a-z])/u

/** "I have worked twelve hours on it": that is what a status report is for. */
function hoursOf({ meant }: Said): ProjectWish | undefined {
  const text = meant.join(' ')
  if (!WORKED.test(text) || ASKING.test(text) || !hasHours(saidWords(text).words)) return undefined
  return { kind: 'form', form: 'status-report', language: spokenIn(meant) }
}
