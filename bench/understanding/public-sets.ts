import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Corpus, StemmedLanguage } from './engine.js'
import { rowsOf } from './separated.js'
import type { Thing, ThingText } from './thing.js'

/** Questions of which one thing is the right answer, and questions that nothing answers. */
export type PublicSet = {
  name: string
  corpus: Corpus
  questions: readonly { text: string; expected: string }[]
  outOfScope: readonly string[]
}

const Utterance = z.object({ text: z.string(), intent: z.number() })
const Intents = z.object({
  lang: z.enum(['sv', 'en', 'fi']),
  intents: z.array(z.object({ id: z.number(), title: z.string(), answer: z.string() })),
  train: z.array(Utterance),
  test: z.array(Utterance),
  oos: z.array(z.string()).default([]),
})

/** The sets as files, by the name they have in the table. */
export const INTENT_SETS = {
  SweFAQ: 'swefaq',
  'CLINC150 full': 'clinc-full',
  'CLINC150 10-shot': 'clinc-10',
  'Banking77 10-shot': 'bank-10',
  'MASSIVE 20-shot sv': 'massive20-sv',
  'MASSIVE 20-shot fi': 'massive20-fi',
  'MASSIVE 20-shot en': 'massive20-en',
} as const
export const CHATBOTS = ['curekart', 'sofmattress', 'powerplay11'] as const
export type Chatbot = (typeof CHATBOTS)[number]
export type PublicSetName = keyof typeof INTENT_SETS | `HINT3 ${Chatbot}`

/** A set, or nothing when its file is not in the folder. Throws when the file is not as it should be. */
export function publicSet(folder: string, name: PublicSetName): PublicSet | undefined {
  return name in INTENT_SETS
    ? intentSet(join(folder, `${INTENT_SETS[name as keyof typeof INTENT_SETS]}.json`), name)
    : chatbotSet(join(folder, 'hint3/v1'), name, name.slice('HINT3 '.length))
}

export const PUBLIC_SETS: readonly PublicSetName[] = [
  ...(Object.keys(INTENT_SETS) as (keyof typeof INTENT_SETS)[]),
  ...CHATBOTS.map((chatbot) => `HINT3 ${chatbot}` as const),
]

function intentSet(file: string, name: string): PublicSet | undefined {
  if (!existsSync(file)) return undefined
  const { lang, intents, train, test, oos } = Intents.parse(JSON.parse(readFileSync(file, 'utf8')))
  const said = new Map<number, ThingText[]>(intents.map(({ id }) => [id, []]))
  for (const { text, intent } of train) said.get(intent)?.push({ text, role: 'phrase', language: lang })
  const things = intents.map(({ id, title, answer }) =>
    thing(String(id), [
      ...(title ? [{ text: title, role: 'name' as const, language: lang }] : []),
      ...(answer ? [{ text: answer, role: 'summary' as const, language: lang }] : []),
      ...said.get(id)!,
    ]),
  )
  return {
    name,
    corpus: corpusOf(lang, things),
    questions: test.map(({ text, intent }) => ({ text, expected: String(intent) })),
    outOfScope: oos,
  }
}

// What the people who labelled the chatbots' questions wrote when none of the intents was right.
const NONE = 'NO_NODES_DETECTED'
const Sentence = z.object({ sentence: z.string(), label: z.string() })
type Sentence = z.infer<typeof Sentence>

function chatbotSet(folder: string, name: string, chatbot: string): PublicSet | undefined {
  if (!existsSync(join(folder, `${chatbot}_train.csv`))) return undefined
  const sentences = (part: 'train' | 'test'): Sentence[] =>
    rowsOf(readFileSync(join(folder, `${chatbot}_${part}.csv`), 'utf8'), ',').map((row) => Sentence.parse(row))
  const labels = new Map<string, ThingText[]>()
  for (const { sentence, label } of sentences('train'))
    labels.set(label, [...(labels.get(label) ?? []), { text: sentence, role: 'phrase', language: 'en' }])
  const test = sentences('test')
  return {
    name,
    corpus: corpusOf(
      'en',
      [...labels].map(([label, texts]) => thing(label, texts)),
    ),
    questions: test.filter(({ label }) => label !== NONE).map(({ sentence, label }) => ({ text: sentence, expected: label })),
    outOfScope: test.filter(({ label }) => label === NONE).map(({ sentence }) => sentence),
  }
}

const corpusOf = (language: StemmedLanguage, things: readonly Thing[]): Corpus => ({ language, things })
const thing = (id: string, texts: readonly ThingText[]): Thing => ({ id, texts, isOurs: true })

const Prediction = z.object({ label: z.string(), predicted_node: z.string(), predicted_node_score: z.coerce.number() })

/** What other chatbot services answered to the same questions, as published with the set: by service, one prediction a question. */
export function publishedPredictions(folder: string, chatbot: Chatbot) {
  const place = join(folder, 'hint3/preds')
  const files = existsSync(place) ? readdirSync(place).filter((file) => file.endsWith(`_${chatbot}.csv`)) : []
  return files.sort().map((file) => ({
    service: file.split('_')[0]!,
    predictions: rowsOf(readFileSync(join(place, file), 'utf8'), ',').map((row) => {
      const { label, predicted_node, predicted_node_score } = Prediction.parse(row)
      // Some services are sure that there is none.
      const score = predicted_node === NONE ? 0 : predicted_node_score
      return { isInScope: label !== NONE, isRight: label === predicted_node, score }
    }),
  }))
}
