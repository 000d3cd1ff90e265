import { contentLanguage } from '../../domain/language.js'
import { rulesOf } from '../../domain/permits/rules.js'
import { throttled, write } from '../http-answer.js'
import { choicesOf } from './choices.js'
import { cardWords } from './fact-words.js'
import type { Asked, PlansNeeds } from './needs.js'
import { tooFast } from './too-fast.js'

/** GET /api/permit-plan/facts: every kind of business and every question, so that others can ask them. `?lang=` as on the pages. */
export async function answerFacts(needs: PlansNeeds, asked: Asked): Promise<void> {
  const seconds = await tooFast(needs, asked, 'permit-plan')
  if (seconds !== undefined) return write(asked.response, throttled(seconds))
  const { language } = choicesOf(needs, asked)
  const rules = rulesOf(needs.content())
  const words = contentLanguage(language)
  write(asked.response, {
    status: 200,
    body: {
      rules: rules.version,
      language,
      types: [...rules.types.values()].map(({ id, name, summary }) => ({ id, name: name[words], summary: summary[words] })),
      cards: rules.cards.map(({ id, facts }) => cardWords(rules, { card: id, facts: facts.map((fact) => fact.id) }, language)),
    },
    headers: { vary: 'Accept-Language' },
  })
}
