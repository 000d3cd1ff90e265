import type { ChatLine, DeskView, HandOffView } from '../../../bot/domain/desk/desk-view.js'

/** Something that has happened and is read aloud, without words yet. `html` is what a citizen wrote. */
export type News =
  | { id: string; kind: 'line'; handOff: string; html: string; language: string }
  | { id: string; kind: 'waiting' | 'offered' | 'lost'; handOff: string }
  | { id: string; kind: 'notice'; what: string }

// What is older than this has been read, or never will be.
const KEPT = 20

export const withNews = (news: readonly News[], fresh: readonly News[]): readonly News[] =>
  fresh.length === 0 ? news : [...news, ...fresh].slice(-KEPT)

/** What a new view tells that the one before did not. The first view is how things are, not news. */
export function newsOfView(before: DeskView | undefined, after: DeskView): News[] {
  if (!before) return []
  const lost = new Set(before.notices.map(({ id }) => id))
  return [
    ...added(before.offered, after.offered).map(({ id }) => ({ id: `offered ${id}`, kind: 'offered', handOff: id }) as const),
    ...added([...before.waiting, ...before.mine], after.waiting).map(
      ({ id }) => ({ id: `waiting ${id} ${after.at}`, kind: 'waiting', handOff: id }) as const,
    ),
    ...after.notices
      .filter(({ id }) => !lost.has(id))
      .map(({ id, what }) => ({ id: `notice ${id}`, kind: 'notice', what }) as const),
  ]
}

export const newsOfLines = (handOff: string, language: string, lines: readonly ChatLine[]): News[] =>
  lines
    .filter(({ from }) => from.kind === 'citizen')
    .map(({ id, html }) => ({ id: `line ${id}`, kind: 'line', handOff, html, language }))

const added = (before: readonly HandOffView[], after: readonly HandOffView[]): HandOffView[] =>
  after.filter(({ id }) => !before.some((other) => other.id === id))
