import { SECURE_PATH } from '../../cards/own-forms.js'
import { secureAskCard } from '../../cards/desk/secure-ask-card.js'
import { toldCitizen, type ToldLine } from '../../cards/desk/told-citizen.js'
import { toldFacts } from '../../cards/desk/told-facts.js'
import type { ActAnswer } from '../../domain/desk/acts.js'
import type { HandOffRow } from '../../domain/desk/ports.js'
import { lineOf } from '../../turn/activities.js'
import { entryOf, isHeldBy, refused, type Acting, type ActOf } from '../acting.js'
import { wordFor } from './link.js'
import { minutesAfter, type SecureNeeds } from './needs.js'

type Ask = ActOf<'ask-securely'>

// Only there is the citizen's browser known by a cookie, and can the form be told from a stranger's.
const OUR_PAGE = 'directline'

/** Sends the citizen a card that leads to the form. Somebody with a protected identity is not asked: they are shown phone and letter. */
export const askSecurely =
  (own: SecureNeeds) =>
  async (acting: Acting, act: Ask): Promise<ActAnswer> => {
    const { needs, by } = acting
    const row = await needs.store.find(act.handOff)
    if (!row) return refused('no-such-chat')
    if (!isHeldBy(row, by)) return refused('not-yours')
    if (row.handOff.situation.status === 'keeping-promise') return refused('not-now')
    if (row.handOff.isProtected) return showPhoneAndLetter(acting, row, act)
    if (row.key.channel !== OUR_PAGE) return refused('no-form')
    const id = own.newId()
    const at = own.now()
    await own.store.askSecurely({
      id,
      handOff: act.handOff,
      what: 'personal-number',
      by,
      at,
      until: minutesAfter(at, own.minutes.open),
    })
    const refusal = await tell(acting, row, act, id, asking(own, acting, row, id))
    if (refusal) return refusal
    await needs.store.log(entryOf(acting, act.handOff, { ask: id }))
    return { kind: 'done', handOff: act.handOff, term: act.term }
  }

async function showPhoneAndLetter(acting: Acting, row: HandOffRow, act: Ask): Promise<ActAnswer> {
  const { needs } = acting
  const line = toldCitizen({ what: 'phone-and-letter' }, factsOf(acting, row), wordsOf(acting, row))
  const refusal = await tell(acting, row, act, needs.newId(), line)
  if (refusal) return refusal
  await needs.store.log({ ...entryOf(acting, act.handOff), action: 'identity.not-asked' })
  return refused('protected-shown')
}

function asking(own: SecureNeeds, acting: Acting, row: HandOffRow, ask: string): ToldLine {
  const words = wordsOf(acting, row)
  const card = secureAskCard(own.fill, {
    ...words,
    handOff: row.handOff.id,
    url: SECURE_PATH + wordFor(own.tokenKey, ask, row.key),
    name: acting.member.name,
    minutes: own.minutes,
  })
  return { outcome: 'agent', text: '', speak: card.speak ?? '', cards: [card] }
}

async function tell({ needs, by, member }: Acting, row: HandOffRow, { handOff, term }: Ask, key: string, line: ToldLine) {
  const { language } = row.handOff.place
  const made = lineOf(line, { id: needs.newId(), at: needs.now(), turn: needs.newId(), language })
  const activity = { ...made, from: { id: 'agent', name: member.name, role: 'bot' as const } }
  const said = await needs.store.say({ handOff, by, term, key: `secure-${key}`, activity, at: needs.now() })
  if (said === 'conversation-gone') return refused('gone')
  return said === 'not-yours' ? refused('not-yours') : undefined
}

const wordsOf = ({ needs }: Acting, { handOff: { place } }: HandOffRow) => ({
  t: needs.translate(place.language),
  language: place.language,
})

const factsOf = ({ needs }: Acting, row: HandOffRow) =>
  toldFacts(row, { content: needs.content(), language: row.handOff.place.language, at: needs.now() })
