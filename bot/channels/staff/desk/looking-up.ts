import { findableOf } from '../../../domain/content/findables.js'
import { contentLanguage } from '../../../domain/language.js'
import type { Serve } from './needs.js'

const AT_MOST = 10
const KINDS = { service: 'service', permit: 'permit', 'business-type': 'pilot' } as const

/** GET /staff/api/catalogue?q=: what can be pushed into a chat, found as the bot finds it. */
export const searchCatalogue: Serve = async ({ find, content }, { query }, { language: pageLanguage }) => {
  const language = query.get('language') ?? pageLanguage
  const question = (query.get('q') ?? '').slice(0, 200).trim()
  const words = contentLanguage(language)
  const found = question === '' ? [] : find(question, language)
  const things = found.flatMap(({ id }) => {
    const findable = findableOf(content(), id)
    if (!findable || findable.kind === 'other-authority') return []
    const { kind, thing } = findable
    return [{ kind: KINDS[kind], id: thing.id, name: thing.name[words], description: thing.summary[words] }]
  })
  return { status: 200, body: { found: things.slice(0, AT_MOST) } }
}

/** GET /staff/api/canned-answers?queue=: what is written already, in every language: the citizen gets it in theirs. */
export const listCanned: Serve = async ({ content }, { query }, { language }) => {
  const queue = query.get('queue')
  const words = contentLanguage(language)
  const answers = [...content().cannedAnswers.values()]
    .filter(({ queues }) => queue === null || queues.length === 0 || queues.includes(queue))
    .map(({ id, queues, name, text }) => ({ id, queues, name: name[words], text: text[words], texts: text }))
  return { status: 200, body: { answers } }
}
