import { join } from 'node:path'
import type { Content } from '../../bot/domain/content/content.js'
import { keyOf } from '../../bot/domain/content/findables.js'
import { findableTexts } from '../../bot/skills/findable-texts.js'
import { readContent } from '../../bot/store/read-content.js'
import { memoryStores } from '../../test/fixtures/memory-stores.js'
import type { Corpus } from './engine.js'

export type ContentCorpus = Corpus & {
  content: Content
  /** The services and permits that somebody gets who is given this thing: itself, or what a kind of business usually needs. */
  answersOf(thing: string): readonly string[]
}

/** Everything in content/ that a question can be answered with. `root` is the folder of the project. */
export async function contentCorpus(root: string): Promise<ContentCorpus> {
  const content = await readContent(join(root, 'content'), memoryStores().contents, () => new Date(0))
  return { content, language: 'sv', things: findableTexts(content), answersOf: answersIn(content) }
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
