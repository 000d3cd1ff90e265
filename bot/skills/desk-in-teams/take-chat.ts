import { z } from 'zod'
import type { Card } from '../../domain/conversations/message.js'
import type { ActAnswer } from '../../domain/desk/acts.js'
import { channelOf } from '../../domain/desk/channel-of.js'
import { closest } from '../../turn/new-turn.js'
import { staffSkill } from '../../turn/staff-skill.js'
import type { Inbound } from '../../turn/turn.js'
import type { DeskInTeamsNeeds } from './needs.js'

const Press = z.object({ verb: z.literal('team.take'), handOff: z.string().min(1).max(100) })

type Done = { text: string; card?: Card; isInvoke: boolean }

/** "Take it" on a card in a team's channel. Who was second is told who was first. */
export const takeChat = (needs: DeskInTeamsNeeds) =>
  staffSkill<string, Done>({
    name: 'take-chat',
    may: 'desk.take',
    audit: 'team.take',
    ask: ({ said }) => (said.kind === 'press' ? Press.safeParse(said.press).data?.handOff : undefined),
    subject: (handOff) => handOff,
    async act(by, handOff, inbound) {
      const came = await needs.act(by, { act: 'take', handOff })
      const text = await noteOf(needs, came, inbound)
      const { conversation } = inbound.key
      return { text, card: await needs.cardNow({ handOff, conversation, note: text }), isInvoke: inbound.inResponse }
    },
    answer(turn, { text, card, isInvoke }) {
      // The answer to an invoke takes the place of the card for the one who pressed; a message cannot, and says it in words.
      turn.reply(isInvoke && card ? { outcome: 'agent', text: '', speak: text, cards: [card] } : { outcome: 'agent', text })
    },
  })

/** Why it was not done, by the reasons of `step` and of the desk; all others are "not now". */
const WHY: Record<string, string> = { 'not-for-you': 'teams.take.not-yours', 'not-allowed': 'teams.take.not-yours' }

async function noteOf(needs: DeskInTeamsNeeds, came: ActAnswer, { key, locale }: Inbound): Promise<string> {
  const channel = (await needs.teams.channels()).find(({ conversation }) => conversation === channelOf(key.conversation))
  const t = needs.translate(channel?.language ?? closest(locale, needs.languages))
  if (came.kind === 'done') return t('teams.chat.taken-by-you')
  if (came.why === 'taken' && came.holder) return t('teams.chat.too-late', { name: came.holder })
  return t(WHY[came.why] ?? 'teams.take.refused')
}
