import { itemWords, whatIfText } from '../../cards/plan-words.js'
import type { PlanTeller } from '../../cards/plan-teller.js'
import type { Undertaking } from '../../domain/permits/plan-types.js'
import { nextQuestion } from '../../domain/permits/next-question.js'
import { plan } from '../../domain/permits/plan.js'
import { rulesOf } from '../../domain/permits/rules.js'
import { schedule } from '../../domain/permits/schedule.js'
import type { UndertakingFound } from '../../domain/permits/undertaking-found.js'
import { whatIf } from '../../domain/permits/what-if.js'
import { problem, throttled, write, type HttpAnswer } from '../http-answer.js'
import { readJson } from '../read-body.js'
import { readAskedPlan, type AskedPlan } from './asked-plan.js'
import { today } from './choices.js'
import { cardWords } from './fact-words.js'
import type { Asked, PlansNeeds } from './needs.js'
import { tooFast } from './too-fast.js'

const BODY_BYTES = 64 * 1024

/** POST /api/permit-plan: answers in, plan out. Nothing of it is kept. */
export async function answerPlan(needs: PlansNeeds, asked: Asked): Promise<void> {
  write(asked.response, await answered(needs, asked))
}

async function answered(needs: PlansNeeds, asked: Asked): Promise<HttpAnswer> {
  const seconds = await tooFast(needs, asked, 'permit-plan')
  if (seconds !== undefined) return throttled(seconds)
  if (!/^application\/json\s*(?:;|$)/i.test(asked.request.headers['content-type'] ?? ''))
    return problem(415, 'UnsupportedMediaType', 'Send application/json.')
  const body = await readJson(asked.request, BODY_BYTES)
  if (body === 'too-large') return problem(413, 'MessageSizeTooBig', `The body is larger than ${BODY_BYTES} bytes.`)
  if (body === 'broken') return problem(400, 'BadArgument', 'The body is not JSON.')
  const rules = rulesOf(needs.content())
  const { languages, limits } = needs.config
  const read = readAskedPlan(body.json, { rules, languages, textLength: limits.messageLength, today: today(needs.now()) })
  return 'faults' in read ? faulty(read.faults) : { status: 200, body: planFor(needs, read.asked) }
}

const faulty = (faults: { field: string; reason: string }[]): HttpAnswer => ({
  status: 400,
  body: { error: { code: 'BadArgument', message: 'The plan cannot be made of this: see faults.', faults } },
})

function planFor(needs: PlansNeeds, asked: AskedPlan) {
  const content = needs.content()
  const rules = rulesOf(content)
  const day = today(needs.now())
  const teller: PlanTeller = { rules, content, language: asked.language, t: needs.translate(asked.language) }
  const found = asked.text === undefined ? undefined : needs.understand(asked.text, asked.language)
  const undertaking = undertakingOf(asked, found)
  const made = plan(rules, undertaking, day)
  const scheduled = schedule(rules, made, asked.start ?? day)
  const next = nextQuestion(rules, undertaking, [], day)
  return {
    rules: rules.version,
    at: day,
    language: asked.language,
    ...(found ? { understood: { type: found.type, facts: found.facts } } : {}),
    undertaking,
    offPath: made.offPath,
    items: made.items.map((item) => {
      const { id, because, hangsOn, ...words } = itemWords(made, item, scheduled, teller)
      return {
        permit: id,
        ...words,
        because: item.because.map((reason, index) => ({ ...reason, text: because[index] })),
        hangsOn,
      }
    }),
    schedule: scheduled,
    fees: made.fees,
    whatIf: whatIf(rules, undertaking, day).map((change) => ({ ...change, text: whatIfText(change, teller) })),
    next: next ? cardWords(rules, next, teller.language) : null,
    guidance: teller.t('plan.guidance'),
  }
}

/** What was said in so many fields goes before what was understood of a text; a kind of business that is only likely is not taken for said. */
function undertakingOf({ type, answers }: AskedPlan, found: UndertakingFound | undefined): Undertaking {
  const kind = type ?? (found?.type?.sure ? found.type.id : undefined)
  return { ...(kind === undefined ? {} : { type: kind }), answers: { ...found?.facts, ...answers } }
}
