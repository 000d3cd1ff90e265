import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Template } from 'adaptivecards-templating'
import type { Card } from '../domain/conversations/message.js'
import { directionOf } from '../i18n/words.js'

export type CardData = Record<string, unknown> & { speak: string }

/** Fills the template of that name (adaptive-cards/<name>.json). `language` is that of the words inside. */
export type FillCard = (name: string, language: string, data: CardData) => Card

/**
 * Reads every template; each is prepared when it is first filled, which takes some 20 ms, and filling it after that some 0.05 ms. To prepare all
 * of them would make every start wait for cards that nobody may ask for.
 */
export function loadTemplates(folder: string): FillCard {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  const templates = new Map(
    files.map((file) => [basename(file, '.json'), once(preparing(readFileSync(join(folder, file), 'utf8')))]),
  )
  return (name, language, data) => {
    const template = templates.get(name)
    if (!template) throw new Error(`There is no card template "${name}"`)
    const $root = { ...data, lang: language, rtl: directionOf(language) === 'rtl' }
    return template().expand({ $root }) as Card
  }
}

/** What is no JSON is refused at once. */
function preparing(json: string): () => Template {
  const template: unknown = JSON.parse(json)
  return () => new Template(template)
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
