// Texts to learn from, ready to be cut into pieces: comparable, in the language's own script, none of them English that nobody has translated.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { comparable, scriptOf } from './product.mjs'
import { CONTENT_COUNT, contentIn, LANGUAGES, OWN_COUNT, SOURCES, textsIn } from './sources.mjs'

const sentences = new URL('./sentences/', import.meta.url)
// A text where more of the letters are of another script is a name, a code or not translated.
const OWN_SCRIPT = 0.8

/**
 * Lists of { words, counts } for every language of a family. `packages` is the folder where the sources lie, `leftOut` the texts
 * that the model will be measured on, as `toLeaveOut` keeps them.
 */
export function textsOf({ script, languages }, packages, leftOut) {
  const english = collect('en', 'Latin', packages)
  return languages.map((language) => {
    const texts = collect(language, script, packages)
    if (language !== 'en') for (const text of english.keys()) texts.delete(text)
    return [...texts]
      .map(([text, counts]) => ({ words: text.split(' '), counts }))
      .filter(({ words }) => !holdsOne(words, leftOut))
  })
}

// Two or three words stand in any text; from four words on, a text that holds them is the same text.
const TELLING = 4

/** Texts that nothing is learned from: themselves, and the longer ones by their first words. */
export function toLeaveOut(texts) {
  const whole = new Set(texts.map(withoutPlaces))
  const byStart = new Map()
  for (const text of whole) {
    const start = text.split(' ', TELLING)
    if (start.length === TELLING) byStart.set(start.join(' '), [...(byStart.get(start.join(' ')) ?? []), text])
  }
  return { whole, byStart }
}

function holdsOne(words, { whole, byStart }) {
  const text = words.join(' ')
  if (whole.has(text)) return true
  const startingAt = (at) => byStart.get(words.slice(at, at + TELLING).join(' ')) ?? []
  return words.some((_, at) => startingAt(at).some((one) => ` ${text} `.includes(` ${one} `)))
}

function collect(language, script, packages) {
  const own = readFileSync(new URL(`${language}.txt`, sentences), 'utf8')
    .trim()
    .split('\n')
  const found = new Map()
  const add = (text, counts) => {
    const said = withoutPlaces(text)
    if (isIn(script, said)) found.set(said, Math.max(counts, found.get(said) ?? 0))
  }
  for (const source of SOURCES)
    for (const text of textsIn(source, join(packages, `${source.name}@${source.version}`), LANGUAGES[language]))
      add(text, source.counts)
  for (const text of contentIn(language)) add(text, CONTENT_COUNT)
  for (const text of own) add(text, OWN_COUNT)
  return found
}

// Translations have places for names and numbers in them: {name}, %(count)s, <b>, addresses.
const withoutPlaces = (text) =>
  comparable(text.replace(/<[^>]*>|%\(\w+\)s|[{%$][^\s}]*\}?|https?:\S+|\\n/g, ' '))
    .replace(/\p{N}+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()

function isIn(script, said) {
  const letters = [...said].filter((letter) => /\p{L}/u.test(letter))
  return (
    letters.length > 1 &&
    letters.filter((letter) => scriptOf(letter.codePointAt(0)) === script).length >= letters.length * OWN_SCRIPT
  )
}
