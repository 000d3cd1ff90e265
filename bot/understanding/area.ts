import { namesOf, type District } from '../domain/services/contact-point.js'
import { comparable, folded } from './normalise.js'

const tidy = (text: string): string => folded(comparable(text))

// Shorter names are ordinary words too ("Ulvsunda" is not, "Lunda" nearly is), so they count only when they are all that is said.
const SHORTEST_IN_A_SENTENCE = 5

const CITY = 'stockholm'
const BEFORE_A_PLACE: ReadonlySet<string> = new Set(['i', 'in', 'pa', 'vid', 'till', 'to', 'near'])

/** Finds the district by the name of an area: alone, or as whole words in a sentence. Letters without dots and rings are understood. */
export function areaFinder(districts: Iterable<District>) {
  const byName = new Map(
    [...districts].flatMap((district) => namesOf(district).map((name) => [tidy(name), district.id] as const)),
  )
  const longestFirst = [...byName.keys()]
    .filter((name) => name.length >= SHORTEST_IN_A_SENTENCE)
    .sort((one, other) => other.length - one.length)

  return {
    /** When the text is an answer to "which area?". */
    named(text: string): string | undefined {
      const said = tidy(text)
      return byName.get(said) ?? this.mentioned(text)
    },
    /** When the text is about something else and happens to name an area. */
    mentioned(text: string): string | undefined {
      const said = ` ${tidy(text)} `
      const name = longestFirst.find((known) => said.includes(` ${known} `))
      return name === undefined ? undefined : byName.get(name)
    },
    /** The text without the place: where somebody lives says nothing about what they need, and everything here is in Stockholm. */
    withoutPlace(text: string): string {
      const said = ` ${tidy(text)} `
      const place = longestFirst.find((known) => said.includes(` ${known} `))
      return without(CITY, place === undefined ? text : without(place, text)) || text
    },
  }
}
export type AreaFinder = ReturnType<typeof areaFinder>

/** The text without the words of a name, nor the small word before it; all else stays as it was written. */
function without(name: string, text: string): string {
  const words = text.split(/\s+/)
  const named = name.split(' ')
  const at = words.findIndex((_, first) => named.every((word, next) => tidy(words[first + next] ?? '') === word))
  if (at === -1) return text
  const before = BEFORE_A_PLACE.has(tidy(words[at - 1] ?? '')) ? at - 1 : at
  return [...words.slice(0, before), ...words.slice(at + named.length)].join(' ')
}
