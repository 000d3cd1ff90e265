import type { Content } from '../domain/content/content.js'
import type { StaffMember } from '../domain/desk/staff-member.js'
import type { Permission } from '../domain/people/permissions.js'
import type { StaffIdentity } from '../domain/people/staff-identity.js'
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

/**
 * The same for whoever belongs to the organisation, with or without a role here: what they may is told by what it is about, which also
 * writes it down.
 */
export type PersonSkill<Asked, Done> = {
  name: string
  ask: (inbound: Inbound) => Asked | undefined
  /** Undefined when it was not for this skill after all: the others are tried, as if it had not been asked. */
  act: (by: StaffIdentity, asked: Asked, inbound: Inbound) => Promise<Done | undefined>
  answer: (turn: Turn, done: Done) => void
}

/** What a member of staff asked for: to be done, and what it is about. */
export type StaffWish = { act: (by: StaffMember) => Promise<unknown>; subject: string }
/** What anybody of the organisation asked for; undefined when it is for another skill after all. */
export type PersonWish = { act: (by: StaffIdentity) => Promise<unknown> }

/** A skill for people who have proved who they are, in a list of different ones. `skill` is its part in the turn. */
export type AnyStaffSkill = { name: string; skill: AnySkill } & (
  | (Pick<StaffSkill<unknown, unknown>, 'may' | 'audit'> & {
      for: 'staff'
      ask: (inbound: Inbound, content: Content) => StaffWish | undefined
    })
  | { for: 'organisation'; ask: (inbound: Inbound) => PersonWish | undefined }
)

/** What came of a deed, on its way into the turn. Only this file makes one, so nobody can send us one. */
class Deed<Done> {
  constructor(
    readonly of: object,
    readonly done: Done,
  ) {}
}

export function staffSkill<Asked, Done>(skill: StaffSkill<Asked, Done>): AnyStaffSkill {
  const { name, may, audit } = skill
  return {
    for: 'staff',
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
    skill: toldBy(skill),
  }
}

export function personSkill<Asked, Done>(skill: PersonSkill<Asked, Done>): AnyStaffSkill {
  return {
    for: 'organisation',
    name: skill.name,
    ask(inbound) {
      const asked = skill.ask(inbound)
      if (asked === undefined) return undefined
      return {
        async act(by) {
          const done = await skill.act(by, asked, inbound)
          return done === undefined ? undefined : new Deed(skill, done)
        },
      }
    },
    skill: toldBy(skill),
  }
}

type Telling<Done> = { name: string; answer: (turn: Turn, done: Done) => void }

/** Only this skill has made a deed that names it, so what was done is what it tells. */
const isDeedOf = <Done>(value: unknown, skill: Telling<Done>): value is Deed<Done> => value instanceof Deed && value.of === skill

/** Its part in the turn: only a deed of its own is told. */
function toldBy<Done>(skill: Telling<Done>): AnySkill {
  return {
    name: skill.name,
    tryToAnswer(turn) {
      if (turn.said.kind !== 'event' || !isDeedOf(turn.said.value, skill)) return false
      skill.answer(turn, turn.said.value.done)
      return true
    },
  }
}
