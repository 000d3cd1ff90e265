import type { Paper, PaperPart } from './paper.js'
import type { OfProject, Teller } from './teller.js'

/** A paper of a project: its head and foot are the same for all. `hash` is that of what it tells of. */
export function aPaper(
  of: { project: OfProject; title: string; file: string; facts: Paper['facts']; parts: readonly PaperPart[]; hash?: string },
  { t, language }: Teller,
): Paper {
  const { project, title, file, facts, parts, hash } = of
  const fact = (key: string, value: string | undefined) => (value ? [{ term: t(`papers.fact.${key}`), text: value }] : [])
  const foot = (page: string, pages: string): string =>
    t('papers.foot', { number: project.number, title: shortened(title), page, pages })
  // Characters that are in no title and no number, so that the words around them can be told apart.
  const [before = '', between = '', after = ''] = foot('\u0001', '\u0001').split('\u0001')
  return {
    title,
    language,
    file,
    facts: [
      ...fact('project', `${project.number} ${project.name}`),
      ...fact('record-number', project.recordNumber),
      ...facts,
      ...fact('hash', hash),
    ],
    parts,
    letters: t('papers.letters'),
    foot: (page, pages) => foot(String(page), String(pages)),
    footWords: [before, between, after],
  }
}

/** The foot of a page has one line. Half a letter is no letter. */
const MOST_IN_FOOT = 70
const shortened = (title: string): string =>
  title.length > MOST_IN_FOOT ? `${title.slice(0, MOST_IN_FOOT - 1).replace(/\p{Cs}$/u, '')}…` : title
