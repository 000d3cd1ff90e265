import { z } from 'zod'
import { languageFeatures, MOST_FEATURES, type Script } from './language-features.js'

/**
 * Languages that share a script, in the order of the model, and how many bits its features are hashed to. `no` is Bokmål and
 * Nynorsk, `sh` Bosnian, Croatian and Serbian in either script, `fa` Persian and Dari, `kmr` and `ckb` northern and central Kurdish.
 */
export const FAMILIES: readonly { script: Script; languages: readonly string[]; bits: number }[] = [
  {
    script: 'Latin',
    languages: ['sv', 'en', 'fi', 'da', 'no', 'kmr', 'so', 'pl', 'es', 'fr', 'de', 'ro', 'tr', 'sh', 'et'],
    bits: 16,
  },
  { script: 'Arabic', languages: ['ar', 'fa', 'ckb'], bits: 14 },
  { script: 'Cyrillic', languages: ['ru', 'uk', 'sh'], bits: 14 },
]

/** A language and its score: a difference of 1 between two means e times likelier. */
export type Score = { language: string; score: number }

/** Scores one comparable word, all its letters of one script, for every language of that script. Empty when none is learned. */
export type LanguageModel = (script: Script, word: string) => Score[]

const Head = z.array(z.strictObject({ bias: z.array(z.number()), steps: z.array(z.number()) })).length(FAMILIES.length)

/**
 * Reads languages/model.bin, which scripts/learn-languages.mjs makes: four bytes with the length of a JSON head, the head, and one
 * signed byte for each feature and language, family after family. Throws when it is not of the families above.
 */
export function languageModel(bytes: Buffer): LanguageModel {
  const start = 4 + bytes.readUInt32LE(0)
  const heads = Head.parse(JSON.parse(bytes.toString('utf8', 4, start)))
  const size = FAMILIES.reduce((sum, { languages, bits }) => sum + (languages.length << bits), start)
  if (size !== bytes.length) throw new Error('This model was learned for other languages; run node scripts/learn-languages.mjs')

  let at = start
  const learned = FAMILIES.map(({ script, languages, bits }, family) => {
    const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at, languages.length << bits)
    at += weights.length
    return { script, languages, bits, weights, ...heads[family]! }
  })
  const features = new Int32Array(MOST_FEATURES)
  return (script, word) => {
    const family = learned.find((one) => one.script === script)
    if (!family) return []
    const { languages, weights, steps, bias } = family
    const sums = new Int32Array(languages.length)
    const count = languageFeatures(word, family.bits, features)
    for (let feature = 0; feature < count; feature++) {
      const place = features[feature]! * languages.length
      for (let one = 0; one < sums.length; one++) sums[one]! += weights[place + one]!
    }
    return languages.map((language, one) => ({ language, score: bias[one]! + sums[one]! * steps[one]! }))
  }
}
