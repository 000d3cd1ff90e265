import { comparable, folded } from './normalise.js'

export type AreaNames = { id: string; names: readonly string[] }

const tidy = (text: string): string => folded(comparable(text))

// Shorter names are ordinary words too ("Ulvsunda" is not, "Lunda" nearly is), so they count only when they are all that is said.
const SHORTEST_IN_A_SENTENCE = 5

/** Finds the district by the name of an area: alone, or as whole words in a sentence. Letters without dots and rings are understood. */
export function areaFinder(districts: readonly AreaNames[]) {
  const byName = new Map(districts.flatMap(({ id, names }) => names.map((name) => [tidy(name), id] as const)))
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
      const names = place === undefined ? ['stockholm'] : [place, 'stockholm']
      const rest = names.reduce((left, name) => left.replaceAll(new RegExp(`( i| in| pa| vid)? ${name} `, 'g'), ' '), said).trim()
      return rest || text
    },
  }
}
export type AreaFinder = ReturnType<typeof areaFinder>
