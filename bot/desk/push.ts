import { permitCard } from '../cards/permit-card.js'
import { serviceCard } from '../cards/service-card.js'
import type { ActAnswer } from '../domain/desk/acts.js'
import type { HandOffRow } from '../domain/desk/ports.js'
import { contentLanguage } from '../domain/language.js'
import type { ToldLine } from '../cards/desk/told-citizen.js'
import { lineOf } from '../turn/activities.js'
import { refused, type Acting, type ActOf } from './acting.js'
import { send, written, type Written } from './say.js'

type What = ActOf<'push'>['what']
type Pushing = { acting: Acting; row: HandOffRow; id: string }

/** Shows the citizen a card that the bot has, or an answer that was written before, in the citizen's language. */
export async function push(acting: Acting, act: ActOf<'push'>): Promise<ActAnswer> {
  const row = await acting.needs.store.find(act.handOff)
  if (!row) return refused('no-such-chat')
  const made = MADE[act.what.kind]({ acting, row, id: act.what.id })
  return made ? send(acting, row, act, made) : refused('no-such-thing')
}

/** What each kind is made of; undefined when there is no such thing in the content. */
const MADE: Record<What['kind'], (pushing: Pushing) => Written | undefined> = {
  service(pushing) {
    const { fill, content, language, t } = inLanguage(pushing)
    const service = content.services.get(pushing.id)
    if (!service) return undefined
    const card = serviceCard(fill, { service, content, language, t, short: false, asksDistrict: false })
    return shown(pushing, {
      outcome: 'agent',
      text: t('desk-push.service', { name: service.name[contentLanguage(language)] }),
      cards: [card],
    })
  },
  permit(pushing) {
    const { fill, content, language, t } = inLanguage(pushing)
    const permit = content.permits.get(pushing.id)
    if (!permit) return undefined
    const card = permitCard(fill, { permit, content, language, t, short: false })
    return shown(pushing, {
      outcome: 'agent',
      text: t('desk-push.permit', { name: permit.name[contentLanguage(language)] }),
      cards: [card],
    })
  },
  canned({ acting, row, id }) {
    const answer = acting.needs.content().cannedAnswers.get(id)
    return answer && written(acting, row, answer.text[contentLanguage(row.handOff.place.language)])
  },
  pilot(pushing) {
    const { content, language, t } = inLanguage(pushing)
    const type = content.businessTypes.get(pushing.id)
    if (!type) return undefined
    const name = type.name[contentLanguage(language)]
    const press = { verb: 'pilot.start', type: type.id }
    return shown(pushing, {
      outcome: 'agent',
      text: t('desk-push.pilot', { name }),
      suggestions: [{ title: t('desk-push.pilot.start'), press }],
    })
  },
}

function inLanguage({ acting: { needs }, row }: Pushing) {
  const { language } = row.handOff.place
  return { fill: needs.fill, content: needs.content(), language, t: needs.translate(language) }
}

/** The bot's card, as coming from the agent. In an e-mail it is what is read aloud of it. */
function shown({ acting: { needs, member }, row }: Pushing, line: ToldLine): Written {
  const { language } = row.handOff.place
  const speak = [line.text, ...(line.cards ?? []).map((card) => card.speak ?? '')].join(' ')
  const activity = lineOf({ ...line, speak }, { id: needs.newId(), at: needs.now(), turn: needs.newId(), language })
  return { activity: { ...activity, from: { id: 'agent', name: member.name, role: 'bot' } }, mail: speak }
}
