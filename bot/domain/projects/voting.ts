import type { Person } from './actor.js'
import { stillApplies, carryOut } from './carrying-out.js'
import { consequenceOf } from './decision.js'
import type { EventOf } from './events.js'
import { criteriaUnmet, gaps } from './gates.js'
import { isHeld } from './held.js'
import { alternativesOf, AS_PROPOSED, membersOf, tally, votersOf, type Choice, type Matter, type Vote } from './matter.js'
import type { Moment } from './moment.js'
import { mayDo } from './permissions.js'
import { heldIn, isWaiting, peopleOf, type Project } from './project.js'
import { isOvertaken, withMatter } from './putting.js'
import { moved, refused, then, type Effect, type Refused, type Stepped } from './stepped.js'
import { answerable } from './telling.js'

/** One vote, on exactly what the voter saw. Voting again changes it until the matter is decided; the same again changes nothing. */
export function voted(project: Project, event: EventOf<'voted'>, moment: Moment): Stepped {
  const found = matterNumbered(project, event.matter)
  if ('kind' in found) return found
  const voter = event.person ?? moment.person
  const why = whyNotNoted(project, event, moment) ?? whyNotVoter(project, found, voter) ?? whyNotVote(project, found, event)
  if (why) return why
  const vote: Vote = {
    by: voter,
    choice: event.choice,
    motive: event.motive,
    conditions: event.conditions,
    at: moment.at,
    where: moment.where,
    notedBy: voter === moment.person ? undefined : moment.person,
  }
  if (found.votes.some((one) => saysTheSame(one, vote))) return moved(project)
  const matter = { ...found, votes: [...found.votes.filter(({ by }) => by !== voter), vote] }
  return then(moved(withMatter(project, matter), [{ renew: matter.number }]), (after) => count(after, matter, moment))
}

const saysTheSame = (one: Vote, other: Vote): boolean =>
  one.by === other.by && one.choice === other.choice && one.motive === other.motive && one.conditions === other.conditions

export function matterNumbered({ matters, counters }: Project, number: number): Matter | Refused {
  return (
    matters.find((matter) => matter.number === number) ?? refused(number <= counters.matter ? 'already-decided' : 'no-such-thing')
  )
}

/** The chair notes only what was said by somebody who is there, in a meeting that is on. */
function whyNotNoted(project: Project, { person }: EventOf<'voted'>, moment: Moment): Refused | undefined {
  if (person === undefined || person === moment.person) return undefined
  if (!mayDo(peopleOf(project), { kind: 'person', person: moment.person, office: [], where: moment.where }, 'meeting.lead'))
    return refused('not-yours')
  const meeting = project.meetings.find(({ status }) => status === 'open')
  if (!meeting) return refused('not-at-a-meeting')
  return meeting.there.includes(person) ? undefined : refused('not-there')
}

function whyNotVoter({ roster }: Project, matter: Matter, voter: Person): Refused | undefined {
  if (matter.conflicts.some(({ person }) => person === voter)) return refused('conflict-of-interest')
  return votersOf(roster, matter).includes(voter) ? undefined : refused('not-your-matter')
}

function whyNotVote(project: Project, matter: Matter, event: EventOf<'voted'>): Refused | undefined {
  const { choice, hash, motive, conditions } = event
  if (hash !== matter.hash) return refused('old-revision')
  if (!alternativesOf(matter.subject).includes(choice)) return refused('not-an-alternative')
  if (choice === 'approve-with-conditions' && conditions === '') return refused('conditions-missing')
  if (!AS_PROPOSED.includes(choice) && choice !== 'approve-with-conditions' && motive === '') return refused('motive-missing')
  return whyNotCarriedOut(project, matter, choice)
}

/** Why a choice cannot be carried out as things are: the criteria are not met, something is missing, or the plan is another. */
export function whyNotCarriedOut(project: Project, { subject }: Matter, choice: Choice): Refused | undefined {
  if (subject.kind === 'point') {
    if (consequenceOf({ subject, choice }) !== 'go-on') return undefined
    const criteria = criteriaUnmet(project, subject.point)
    return criteria.length > 0 ? refused('criteria-not-met', { criteria }) : gaps(project, subject.point)
  }
  if (subject.kind === 'change-request') {
    if (choice !== 'approve' && choice !== 'approve-with-conditions') return undefined
    const request = project.requests.find(({ number }) => number === subject.number)!
    if (request.latest.edits.length === 0) return refused('nothing-changes')
    return stillApplies(project, request) ? undefined : refused('plan-has-moved')
  }
  if ((subject.kind === 'delivery' || subject.kind === 'milestone') && choice === 'approve')
    return isHeld(heldIn(project), subject.kind === 'delivery' ? 'deliveries' : 'milestones', subject.id)
      ? refused('waits-for-decision')
      : undefined
  return subject.kind === 'undo' && choice === 'approve' ? whyNotUndone(project, subject.decision) : undefined
}

function whyNotUndone(project: Project, number: number): Refused | undefined {
  const decision = project.decisions.find((one) => one.number === number)!
  if (decision.subject.kind !== 'point') return undefined
  if (isOvertaken(project, decision)) return refused('undo-later-first')
  return isWaiting(project) ? refused('waits-for-decision') : undefined
}

/** Decides the matter if its votes do; tells the chair when they cannot. */
export function count(project: Project, matter: Matter, moment: Pick<Moment, 'at' | 'today'>): Stepped {
  const result = tally(project.roster, matter)
  const { number } = matter
  if (result.is === 'decided')
    return whyNotCarriedOut(project, matter, result.choice)
      ? moved(project, [{ tell: answerable(project), what: 'vote-held', matter: number }])
      : carryOut(project, matter, result.choice, moment)
  if (result.is === 'tied') return moved(project, [{ tell: answerable(project), what: 'vote-tied', matter: number }])
  const stuck: Effect[] = result.canReach ? [] : [{ tell: answerable(project), what: 'quorum-out-of-reach', matter: number }]
  return moved(project, stuck)
}

/** Somebody has an interest in the matter: that vote, if given, is gone, and no other is taken. */
export function conflictDeclared(project: Project, event: EventOf<'conflict-declared'>, moment: Moment): Stepped {
  const found = matterNumbered(project, event.matter)
  if ('kind' in found) return found
  const person = event.person ?? moment.person
  const by = { kind: 'person', person: moment.person, office: [], where: moment.where } as const
  if (person !== moment.person && !mayDo(peopleOf(project), by, 'meeting.lead')) return refused('not-yours')
  if (!membersOf(project.roster, found.body).includes(person)) return refused('not-a-member')
  if (found.conflicts.some((one) => one.person === person)) return moved(project)
  const matter = {
    ...found,
    conflicts: [...found.conflicts, { person, notedBy: moment.person, at: moment.at }],
    votes: found.votes.filter((vote) => vote.by !== person),
  }
  return then(moved(withMatter(project, matter), [{ renew: matter.number }]), (after) => count(after, matter, moment))
}

/** The chair calls for the count: in a meeting, or when the time to vote is over. Without a quorum there is nothing to count. */
export function votesCounted(project: Project, { matter: number }: EventOf<'votes-counted'>, moment: Moment): Stepped {
  const found = matterNumbered(project, number)
  if ('kind' in found) return found
  if (!membersOf(project.roster, found.body).includes(moment.person)) return refused('not-your-matter')
  const isOn = project.meetings.some(({ status }) => status === 'open')
  if (!isOn && moment.today <= found.due) return refused('not-at-a-meeting')
  const matter = { ...found, isCounted: true }
  if (tally(project.roster, matter).is === 'open') return refused('not-now')
  return count(withMatter(project, matter), matter, moment)
}
