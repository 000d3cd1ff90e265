import { join } from 'node:path'
import type { Content } from '../../bot/domain/content/content.js'
import { findables, keyOf } from '../../bot/domain/content/findables.js'
import { LANGUAGES, type InEveryLanguage, type ListInEveryLanguage } from '../../bot/domain/language.js'
import { readContent } from '../../bot/store/read-content.js'
import { memoryStores } from '../../test/fixtures/memory-stores.js'
import type { Corpus } from './engine.js'
import type { Role, Thing, ThingText } from './thing.js'

type Written = { name: InEveryLanguage; summary: InEveryLanguage; also: ListInEveryLanguage; phrases: ListInEveryLanguage }

export type ContentCorpus = Corpus & {
  content: Content
  /** The services and permits that somebody gets who is given this thing: itself, or what a kind of business usually needs. */
  answersOf(thing: string): readonly string[]
}

/** Everything in content/ that a question can be answered with. `root` is the folder of the project. */
export async function contentCorpus(root: string): Promise<ContentCorpus> {
  const content = await readContent(join(root, 'content'), memoryStores().contents, () => new Date(0))
  const things = findables(content).map(({ key, written }): Thing => ({
    id: key,
    texts: written.flatMap(textsOf),
    isOurs: isOfTheCity(key),
  }))
  return { content, language: 'sv', things, answersOf: answersIn(content) }
}

function answersIn({ permits, businessTypes }: Content): ContentCorpus['answersOf'] {
  const answers = new Map<string, readonly string[]>([
    ...[...permits.keys()].map((id) => [keyOf('permit', id), [id]] as const),
    ...[...businessTypes.values()].map(({ id, usually }) => [keyOf('business-type', id), usually] as const),
  ])
  return (thing) => answers.get(thing) ?? [thing]
}

/** Something of the city's, rather than somebody else's matter. */
export const isOfTheCity = (thing: string): boolean => !thing.startsWith(keyOf('other-authority', ''))

const textsOf = ({ name, summary, also, phrases }: Written): ThingText[] =>
  LANGUAGES.flatMap((language) => {
    const written = (role: Role, texts: readonly string[]): ThingText[] => texts.map((text) => ({ text, role, language }))
    return [
      ...written('name', [name[language]]),
      ...written('summary', [summary[language]]),
      ...written('also', also[language]),
      ...written('phrase', phrases[language]),
    ]
  })
