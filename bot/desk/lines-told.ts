import { toldCitizen } from '../cards/desk/told-citizen.js'
import { toldFacts } from '../cards/desk/told-facts.js'
import type { StoredActivity } from '../domain/conversations/message.js'
import { leaseOf, type TransferTarget } from '../domain/desk/hand-off.js'
import type { Effect, ToldCitizen } from '../domain/desk/hand-off-events.js'
import type { HandOffRow } from '../domain/desk/ports.js'
import type { StaffMember } from '../domain/desk/staff-member.js'
import { lineOf } from '../turn/activities.js'
import type { DeskNeeds } from './needs.js'
import type { DeskSeen } from './read-desk.js'

/** What the citizen is told of a change, as lines of the conversation in their language, in order. `row` is as it is afterwards. */
export function linesTold(
  { content, translate, newId }: Pick<DeskNeeds, 'content' | 'translate' | 'newId'>,
  row: Omit<HandOffRow, 'version'>,
  effects: readonly Effect[],
  { members, now: { at } }: Pick<DeskSeen, 'members' | 'now'>,
): StoredActivity[] {
  const { language } = row.handOff.place
  const words = { t: translate(language), language }
  const told = effects.filter((effect): effect is Effect & ToldCitizen => 'tell' in effect && effect.tell === 'citizen')
  return told.map((what, order) => {
    const facts = toldFacts(row, {
      content: content(),
      language,
      at,
      agent: members.get(speakerOf(what, row)),
      to: 'to' in what ? { target: what.to, member: memberOf(what.to, members) } : undefined,
    })
    // What happened at the same moment is still in an order.
    return lineOf(toldCitizen(what, facts, words), { id: newId(), at: new Date(at.getTime() + order), turn: newId(), language })
  })
}

const speakerOf = (told: ToldCitizen, { handOff }: Pick<HandOffRow, 'handOff'>): string =>
  told.what === 'agent-came' ? told.agent : (leaseOf(handOff.situation)?.holder ?? handOff.lastAgent ?? '')

const memberOf = (to: TransferTarget, members: DeskSeen['members']): StaffMember | undefined =>
  to.kind === 'agent' ? members.get(to.agent) : undefined
