import type { Actor, Person } from '../domain/projects/actor.js'
import { alternativesOf, AS_PROPOSED, tally, votersOf, votesIn, type Choice, type Matter } from '../domain/projects/matter.js'
import { canBeEdited, edited, planDifference } from '../domain/projects/plan-edits.js'
import { mayDo } from '../domain/projects/permissions.js'
import { peopleOf, type Project } from '../domain/projects/project.js'
import type { ChoiceView, MatterView, Names } from '../domain/projects/project-view.js'
import { whyNotCarriedOut } from '../domain/projects/voting.js'

/** What waits for a decision, as this person sees it. */
export function matterViewOf(project: Project, matter: Matter, by: Actor, names: Names): MatterView {
  const { number, subject, round, hash, body, quorum, due, putBy, putAt, isCounted, conflicts } = matter
  const person = by.kind === 'person' ? by.person : ''
  const voters = votersOf(project.roster, matter)
  const votes = votesIn(project.roster, matter)
  const result = tally(project.roster, matter)
  const isSeen = mayDo(peopleOf(project), by, 'vote.see')
  return {
    ...{ project: project.id, number, subject, round, hash, body, quorum, due, putBy, putAt, isCounted, conflicts, names },
    choices: alternativesOf(subject).map((choice) => choiceOf(project, matter, choice)),
    voters: voters.length,
    voted: votes.length,
    missing: result.is === 'open' ? result.missing : 0,
    canReach: result.is !== 'open' || result.canReach,
    isTied: result.is === 'tied',
    mayVote: voters.includes(person) && mayDo(peopleOf(project), by, 'vote'),
    own: votes.find((vote) => vote.by === person),
    isBarred: matter.barred.includes(person),
    ...(isSeen ? { votes, waitsFor: waitsFor(voters, votes) } : {}),
    ...basisOf(project, matter),
  }
}

const waitsFor = (voters: readonly Person[], votes: Matter['votes']): Person[] =>
  voters.filter((voter) => !votes.some(({ by }) => by === voter))

function choiceOf(project: Project, matter: Matter, choice: Choice): ChoiceView {
  const refused = whyNotCarriedOut(project, matter, choice)
  return {
    choice,
    needsMotive: !AS_PROPOSED.includes(choice) && choice !== 'approve-with-conditions',
    needsConditions: choice === 'approve-with-conditions',
    ...(refused ? { refused: refused.why, ...(refused.about ? { about: refused.about } : {}) } : {}),
  }
}

/** What is decided on, word for word: the revision of the request with what it would change, or the decision to be undone. */
function basisOf(
  { requests, plan, decisions }: Project,
  { subject }: Matter,
): Pick<MatterView, 'request' | 'difference' | 'decision'> {
  if (subject.kind === 'undo') return { decision: decisions.find(({ number }) => number === subject.decision) }
  if (subject.kind !== 'change-request') return {}
  const request = requests.find(({ number }) => number === subject.number)?.latest
  if (!request || !plan || !canBeEdited(plan.content, request.edits)) return { request }
  return { request, difference: planDifference(plan.content, edited(plan.content, request.edits)) }
}

/** Everybody whom a matter names. */
export const peopleIn = ({ putBy, conflicts, votes }: Matter): Person[] => [
  putBy,
  ...conflicts.map(({ person }) => person),
  ...votes.map(({ by }) => by),
]
