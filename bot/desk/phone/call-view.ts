import { cardLines } from '../../cards/phone/card-lines.js'
import { cardsOf, choicesOf, formsOf } from '../../cards/phone/call-form.js'
import { earText } from '../../cards/phone/ear.js'
import { plainLines } from '../../cards/phone/plain-lines.js'
import { planView, type KnownPlan } from '../../cards/phone/plan-view.js'
import { thingView } from '../../cards/phone/thing-view.js'
import type { Teller } from '../../cards/phone/thing-words.js'
import { keyOf } from '../../domain/content/findables.js'
import type { StoredActivity } from '../../domain/conversations/message.js'
import { Label, type Outcome, type Result } from '../../domain/outcome.js'
import type { CallAnswer, CallThing, CallTurn, CallView } from '../../domain/phone/call-view.js'
import type { PhoneNeeds } from './needs.js'
import { planOf, type OpenCall } from './open-call.js'

type Showing = { needs: PhoneNeeds; pageLanguage: string; plan?: KnownPlan; planAt?: string }

/** A call as the page shows it: `pageLanguage` is the agent's, and what is read aloud is in the caller's. */
export async function callView(needs: PhoneNeeds, call: OpenCall, pageLanguage: string): Promise<CallView> {
  const plan = await planOf(needs, call)
  const planAt = call.activities.findLast((activity) => labelOf(activity)?.outcome === 'permit-plan')?.id
  const showing: Showing = { needs, pageLanguage, plan, planAt }
  return {
    call: call.call,
    language: languageOfCall(needs, call),
    ...(call.state.language === undefined ? {} : { chosen: call.state.language }),
    ways: { mail: needs.mailConnected ? 'sent' : 'kept', sms: needs.sms !== undefined },
    turns: turnsOf(showing, call.activities),
  }
}

/** The language that was chosen for the caller, or that of the last answer (BCP 47). */
export const languageOfCall = ({ languages }: Pick<PhoneNeeds, 'languages'>, { state, activities }: OpenCall): string =>
  state.language ?? activities.findLast(({ from }) => from.role === 'bot')?.locale ?? languages[0] ?? 'sv'

function turnsOf(showing: Showing, activities: readonly StoredActivity[]): CallTurn[] {
  const turns: { said?: string; answers: CallAnswer[] }[] = []
  for (const activity of activities) {
    if (activity.from.role === 'user') turns.push({ said: activity.text ?? '', answers: [] })
    else {
      const answer = answerOf(showing, activity)
      const turn = turns.at(-1)
      if (answer && turn) turn.answers.push(answer)
      else if (answer) turns.push({ answers: [answer] })
    }
  }
  return turns.filter(({ answers }) => answers.length > 0)
}

export const labelOf = ({ channelData }: StoredActivity): Label | undefined => Label.safeParse(channelData?.['lotsen']).data

/** Answers whose things are what they are about; of others the results are only counted. */
const ABOUT_THINGS: readonly Outcome[] = ['answer', 'clarify', 'not-ours']
// More than these nobody reads while somebody waits on the line.
const MOST_THINGS = 6

function answerOf(showing: Showing, activity: StoredActivity): CallAnswer | undefined {
  const label = labelOf(activity)
  // That the language was changed is seen on the page; the caller need not be told.
  if (!label || label.outcome === 'language') return undefined
  const things = ABOUT_THINGS.includes(label.outcome) ? thingsOf(showing, label.results ?? [], label.language) : []
  const told =
    showing.plan && activity.id === showing.planAt ? planView(showing.plan, tellerOf(showing, label.language)) : undefined
  const text = plainLines(activity.text ?? '')
  const isWhole = things.length === 0 && !told
  const cards = isWhole ? cardsOf(activity).flatMap(({ card }) => cardLines(card)) : []
  const forms = formsOf(activity)
  const asked = new Set(forms.flatMap(({ fields }) => fields.map((field) => field.label)))
  const spoken = spokenIn(activity, label.outcome, isWhole)
  const ear = { language: label.language, t: showing.needs.translate(label.language) }
  return {
    id: activity.id,
    outcome: label.outcome,
    language: label.language,
    results: label.results ?? [],
    lines: [...text, ...cards.filter((line) => !text.includes(line))],
    // A question is read where it is answered.
    ear: [...earText(spoken, ear).filter((line) => !asked.has(line)), ...(told?.ear ?? [])],
    things,
    forms,
    choices: choicesOf(activity),
    ...(told ? { plan: told.plan } : {}),
  }
}

/** What the bot says of itself is not for an agent's mouth: of such answers only the cards are read. */
const OF_ITSELF: readonly Outcome[] = ['greeting', 'menu', 'contact', 'offer-person', 'nonsense', 'personal-data']

function spokenIn(activity: StoredActivity, outcome: Outcome, isWhole: boolean): string {
  if (OF_ITSELF.includes(outcome))
    return cardsOf(activity)
      .map(({ card }) => card.speak ?? '')
      .join('\n')
  return (isWhole ? activity.speak : undefined) ?? activity.text ?? ''
}

const tellerOf = ({ needs: { content, translate } }: Showing, language: string): Teller => ({
  content: content(),
  language,
  t: translate(language),
})

const thingsOf = (showing: Showing, results: readonly Result[], language: string): CallThing[] =>
  results
    .flatMap(({ kind, id }) => {
      const key = kind === 'service' || kind === 'permit' || kind === 'other-authority' ? keyOf(kind, id) : undefined
      return (key && thingView(key, tellerOf(showing, showing.pageLanguage), tellerOf(showing, language))) || []
    })
    .slice(0, MOST_THINGS)
