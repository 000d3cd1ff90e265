import type { Content } from '../domain/content/content.js'
import type { StaffMember } from '../domain/desk/staff-member.js'
import type { Permission } from '../domain/people/permissions.js'
import type { AnySkill } from './skill.js'
import type { Inbound, Turn } from './turn.js'

/**
 * Something that staff do by writing to the bot or pressing a card. `act` is done before the turn, since a turn does not wait, and in a
 * transaction of its own: done twice it must be as once. `answer` is the turn's part: it says what came of it.
 */
export type StaffSkill<Asked, Done> = {
  name: string
  /** What whoever asks must be allowed to. */
  may: Permission
  /** The event that is kept of it. */
  audit: string
  /** Undefined when it is for another skill. Nothing of the inbound is masked or believed yet. */
  ask: (inbound: Inbound, content: Content) => Asked | undefined
  act: (by: StaffMember, asked: Asked, inbound: Inbound) => Promise<Done>
  /** What it was about, for the audit; never words. */
  subject: (asked: Asked, inbound: Inbound) => string
  answer: (turn: Turn, done: Done) => void
}

/** What a member of staff asked for: to be done, and what it is about. */
export type StaffWish = { act: (by: StaffMember) => Promise<unknown>; subject: string }

/** A staff skill in a list of different ones. `skill` is its part in the turn. */
export type AnyStaffSkill = Pick<StaffSkill<unknown, unknown>, 'name' | 'may' | 'audit'> & {
  ask: (inbound: Inbound, content: Content) => StaffWish | undefined
  skill: AnySkill
}

/** What came of a deed, on its way into the turn. Only this file makes one, so nobody can send us one. */
class Deed<Done> {
  constructor(
    readonly of: object,
    readonly done: Done,
  ) {}
}

export function staffSkill<Asked, Done>(skill: StaffSkill<Asked, Done>): AnyStaffSkill {
  const { name, may, audit } = skill
  const isOurs = (value: unknown): value is Deed<Done> => value instanceof Deed && value.of === skill
  return {
    name,
    may,
    audit,
    ask(inbound, content) {
      const asked = skill.ask(inbound, content)
      if (asked === undefined) return undefined
      return {
        subject: skill.subject(asked, inbound),
        act: async (by) => new Deed(skill, await skill.act(by, asked, inbound)),
      }
    },
    skill: {
      name,
      tryToAnswer(turn) {
        if (turn.said.kind !== 'event' || !isOurs(turn.said.value)) return false
        skill.answer(turn, turn.said.value.done)
        return true
      },
    },
  }
}
