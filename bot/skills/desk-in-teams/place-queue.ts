import { z } from 'zod'
import { choicesCard } from '../../cards/choices-card.js'
import type { Content } from '../../domain/content/content.js'
import { channelOf } from '../../domain/desk/channel-of.js'
import { staffIdOf } from '../../domain/desk/staff-member.js'
import { contentLanguage } from '../../domain/language.js'
import { closest } from '../../turn/new-turn.js'
import { staffSkill } from '../../turn/staff-skill.js'
import type { Inbound, Turn } from '../../turn/turn.js'
import { comparable } from '../../understanding/normalise.js'
import type { DeskInTeamsNeeds } from './needs.js'

const Press = z.object({ verb: z.literal('team.place'), queue: z.string().min(1).max(100) })
const SAID = /^(?:kö|queue)(?:\s+(?<name>.+))?$/

const Address = z.looseObject({ conversation: z.looseObject({ id: z.string() }) })

/** `queue` is the id; undefined when none was named, or none that there is. */
type Asked = { queue?: string; isUnknown: boolean; address: Record<string, unknown> }
type Done = { kind: 'placed'; queue: string } | { kind: 'which'; isUnknown: boolean }

/** "kö förskola" in a channel: from then on those who wait in that queue are shown there. */
export const placeQueue = (needs: DeskInTeamsNeeds) =>
  staffSkill<Asked, Done>({
    name: 'place-queue',
    may: 'desk.open-queue',
    audit: 'team.place-queue',
    ask: askedOf,
    subject: ({ queue }, { key }) => queue ?? channelOf(key.conversation),
    async act(by, { queue, isUnknown, address }, { key, locale }) {
      if (queue === undefined) return { kind: 'which', isUnknown }
      const conversation = channelOf(key.conversation)
      const language = closest(locale, needs.languages)
      await needs.teams.place({ conversation, queue, language, by: staffIdOf(by), since: needs.now() }, address)
      return { kind: 'placed', queue }
    },
    answer(turn, done) {
      if (done.kind === 'placed')
        return turn.reply({ outcome: 'answer', text: turn.t('teams.queue.placed', { queue: nameOf(done.queue, turn) }) })
      const title = turn.t('teams.queue.which')
      const text = done.isUnknown ? turn.t('teams.queue.unknown') : ''
      turn.reply({ outcome: 'menu', text, speak: `${text} ${title}`.trim(), cards: [queuesCard(needs, turn, title)] })
    },
  })

function askedOf({ kind, said, key, returnAddress }: Inbound, content: Content): Asked | undefined {
  const here = Address.safeParse(returnAddress).data
  if (kind !== 'channel' || !here) return undefined
  const { activityId: _answered, ...rest } = here
  const address = { ...rest, conversation: { ...here.conversation, id: channelOf(key.conversation) } }
  if (said.kind === 'press') {
    const pressed = Press.safeParse(said.press).data
    return pressed && { address, ...found(pressed.queue, content) }
  }
  const wish = said.kind === 'text' ? SAID.exec(comparable(said.text)) : null
  return wish ? { address, ...found(wish.groups?.['name'], content) } : undefined
}

function found(name: string | undefined, { queues }: Content): { queue?: string; isUnknown: boolean } {
  if (name === undefined) return { isUnknown: false }
  const wanted = comparable(name)
  const entry = [...queues.values()].find((one) =>
    [one.id, ...Object.values(one.name)].some((known) => comparable(known) === wanted),
  )
  return entry ? { queue: entry.id, isUnknown: false } : { isUnknown: true }
}

const nameOf = (queue: string, { content, language }: Turn): string =>
  content.queues.get(queue)?.name[contentLanguage(language)] ?? queue

const queuesCard = ({ fill }: DeskInTeamsNeeds, turn: Turn, title: string) =>
  choicesCard(fill, turn.language, title, [
    {
      choices: [...turn.content.queues.keys()].map((queue) => ({
        id: `queue-${queue}`,
        title: nameOf(queue, turn),
        press: { verb: 'team.place', queue },
      })),
    },
  ])
