import { classifierParts } from './classifier.js'
import { featuresOf, spelledFeatures } from './features.js'
import { indexParts } from './index-of-texts.js'
import { LETTERS, WORDS, type Model } from './ranker.js'

/** A part of the question and how much it adds to the total of a thing; less than zero speaks against it. */
export type Reason = { by: 'learned' | 'letters' | 'words'; part: string; adds: number }

/** What a thing got its total from, the weightiest first. For people who want to know why. */
export function reasonsFor(model: Model, question: string, id: string): Reason[] {
  const thing = model.ids.indexOf(id)
  const features = featuresOf(question)
  const spelled = spelledFeatures(question)
  const { fine, letters, words } = model
  const parts: [Reason['by'], Int32Array, readonly string[], Map<number, number>, number][] = [
    [
      'learned',
      features.fine,
      spelled.fine,
      'offsets' in fine ? classifierParts(fine, features.fine, thing) : indexParts(fine, features.fine, thing),
      1,
    ],
    ['letters', features.letters, spelled.letters, indexParts(letters, features.letters, thing), LETTERS],
    ['words', features.words, spelled.words, indexParts(words, features.words, thing), WORDS],
  ]
  return parts
    .flatMap(([by, keys, names, adds, weight]) => {
      const nameOf = new Map(Array.from(keys, (key, at) => [key, names[at]!] as const))
      return [...adds].map(([key, sum]): Reason => ({ by, part: nameOf.get(key)!, adds: sum * weight }))
    })
    .sort((one, other) => Math.abs(other.adds) - Math.abs(one.adds))
}
