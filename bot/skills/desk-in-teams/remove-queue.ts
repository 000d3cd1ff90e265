import { channelOf } from '../../domain/desk/channel-of.js'
import { staffSkill } from '../../turn/staff-skill.js'
import { comparable } from '../../understanding/normalise.js'
import type { DeskInTeamsNeeds } from './needs.js'

const SAID = ['ta bort kön', 'remove the queue', 'remove queue']

/** "ta bort kön" in a channel: no more cards come there. */
export const removeQueue = ({ teams }: DeskInTeamsNeeds) =>
  staffSkill<string, boolean>({
    name: 'remove-queue',
    may: 'desk.open-queue',
    audit: 'team.remove-queue',
    ask: ({ kind, said, key }) =>
      kind === 'channel' && said.kind === 'text' && SAID.includes(comparable(said.text))
        ? channelOf(key.conversation)
        : undefined,
    subject: (channel) => channel,
    act: (_by, channel) => teams.remove(channel),
    answer: (turn, isRemoved) =>
      turn.reply({ outcome: 'answer', text: turn.t(isRemoved ? 'teams.queue.removed' : 'teams.queue.none-here') }),
  })
