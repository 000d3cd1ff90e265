import { pledgeOf, type HandOff } from '../../domain/desk/hand-off.js'
import type { ShownWait } from '../../domain/desk/ports.js'
import { placeText } from './place-text.js'
import type { ToldWords } from './told-words.js'
import { whenText } from './when-text.js'

type Standing = { handOff: HandOff; shown?: ShownWait; agent?: { name: string; team: string } }

/** Where a hand-off is, in one or two sentences to the citizen; undefined when it has ended. */
export function statusText({ handOff: { situation }, shown, agent }: Standing, at: Date, words: ToldWords): string | undefined {
  const { t } = words
  const pledge = pledgeOf(situation)
  const due = pledge ? whenText(pledge.dueAt, at, words) : ''
  switch (situation.status) {
    case 'waiting':
    case 'offered':
      return shown ? placeText(shown, t) : t('desk.wait-soon')
    case 'unattended':
      return t('desk.status.unattended', { due })
    case 'call-back-promised':
      return t('desk.status.call-back', { due })
    case 'e-mail-promised':
      return t('desk.status.e-mail', { due })
    case 'keeping-promise':
      return t(situation.pledge.kind === 'e-mail' ? 'desk.status.e-mail' : 'desk.status.call-back', { due })
    case 'with-agent':
    case 'transferring':
      return agent ? t('desk.agent-came', agent) : t('desk.status.agent')
    case 'summary':
      return t('desk.status.summary')
    default:
      return undefined
  }
}
