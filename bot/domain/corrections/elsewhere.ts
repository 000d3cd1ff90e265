import type { Entry } from './apply.js'
import type { Correction, Held, Wish } from './correction.js'

/** Where in the content something stands that a correction takes away. */
export type Elsewhere = { kind: string; id: string; text: string }

/** Every other entry in whose texts a number, an address or an e-mail still stands that the correction takes away: a correction changes its own field only. */
export function stillStandsIn(entries: readonly Entry[], { kind, entry: id, before }: Correction, live: Wish): Elsewhere[] {
  const kept = new Set(stringsOf(live).map(bare))
  const gone = stringsOf(before).filter((text) => !kept.has(bare(text)) && isTelling(text))
  if (gone.length === 0) return []
  return entries
    .filter(({ entry }) => entry.kind !== kind || entry.id !== id)
    .flatMap(({ entry, value }) => {
      const written = bare(JSON.stringify(value))
      const text = gone.find((one) => written.includes(bare(one)))
      return text ? [{ kind: entry.kind, id: entry.id, text }] : []
    })
}

// A short number such as 112 stands in many texts that are about something else.
const isTelling = (text: string): boolean => bare(text).length >= 6

/** Numbers are written with spaces and hyphens in different places. */
const bare = (text: string): string => text.replace(/(?<=\d)[ \u00a0-]+(?=\d)/g, '')

/** What somebody could call, write to or visit. */
const stringsOf = (held: Held | Wish): string[] => {
  const value = held.is === 'value' ? held.value : undefined
  const all = typeof value === 'object' && value !== null && 'url' in value ? value.url : value
  return [all].flat().filter((one) => typeof one === 'string')
}
