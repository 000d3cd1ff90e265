import type { Card, PressData } from '../../domain/conversations/message.js'
import type { Actor } from '../../domain/projects/actor.js'
import type { Decision } from '../../domain/projects/decision.js'
import { alternativesOf, AS_PROPOSED, votersOf, votesIn, tally, type Choice, type Matter } from '../../domain/projects/matter.js'
import type { Project } from '../../domain/projects/project.js'
import type { Names } from '../../domain/projects/project-view.js'
import { whyNotCarriedOut } from '../../domain/projects/voting.js'
import type { Translate } from '../../i18n/translate.js'
import { dateText } from '../plan-dates.js'
import { plainText } from '../teams/plain-text.js'
import type { FillCard } from '../templates.js'
import { decisionFacts } from './decided-facts.js'
import { isVoter, ownTexts, voteFacts } from './decision-votes.js'
import { matterFacts, matterTitle } from './matter-text.js'
import { refusalText } from './refusal-text.js'
import { sentences } from './sentences.js'

export type DecisionCard = {
  project: Project
  matter: number
  /** Whose view it is; without one it is what everybody in the chat sees. */
  by?: Actor
  /** What Teams calls those whose view is fetched by itself: `refreshedFor` says who. At most 60 are used. */
  userIds: readonly string[]
  names: Names
  language: string
  t: Translate
  /** Where the project is seen in the tab. */
  link: string
  /** Why something was not done, or that it was. */
  problem?: string
  /** What somebody had typed when their vote was not taken. */
  typed?: { motive: string; conditions: string }
}

/** Teams refreshes the view of so many by itself. */
export const MOST_REFRESHED = 60

type Face =
  | { is: 'open'; matter: Matter }
  | { is: 'decided'; decision: Decision }
  /** What it was about was withdrawn, or the point no longer waits. */
  | { is: 'over' }

/** Something put to a decision: what waits, or what became of it. Undefined when there never was such a matter. */
export function decisionCard(fill: FillCard, shown: DecisionCard): Card | undefined {
  const face = faceOf(shown)
  if (!face) return undefined
  const { project, t, language, problem, userIds, link } = shown
  const title = matterTitle(
    project,
    face.is === 'open' ? face.matter.subject : face.is === 'decided' ? face.decision.subject : undefined,
    t,
  )
  const status = statusText(face, shown)
  const voting = face.is === 'open' ? votingOf(face.matter, shown) : undefined
  const own = face.is === 'open' ? ownTexts(face.matter, shown) : []
  return fill('project-decision', language, {
    speak: sentences([`${project.number} ${project.name}`, title, problem, status, ...own]),
    project: plainText(`${project.number} ${project.name}`),
    title: plainText(title),
    ...(problem ? { problem: plainText(problem) } : {}),
    status,
    paragraphs: [...own, ...(voting?.hindered ?? [])].map((text) => ({ text: plainText(text) })),
    facts: factsOf(face, shown),
    votes: { title: t('projects.decision.votes'), facts: face.is === 'open' ? asWritten(voteFacts(face.matter, shown)) : [] },
    ...(voting ? { vote: voting.inputs } : {}),
    choices: voting?.choices ?? [],
    buttons: buttonsOf(face, voting !== undefined, shown).map((one) => ({
      ...one,
      style: one.id === 'open' ? 'positive' : 'default',
    })),
    open: openButton(shown),
    tab: { title: t('projects.open-tab'), url: link },
    userIds: face.is === 'over' ? [] : userIds.slice(0, MOST_REFRESHED),
  })
}

/** Whose view of the card differs: those who vote, first of all, then those who see the votes. */
export function refreshedFor(project: Project, number: number): string[] {
  const matter = project.matters.find((one) => one.number === number)
  const voters = matter ? votersOf(project.roster, matter) : []
  const others = project.roster
    .filter(({ role }) => role === 'manager' || role === 'chair' || role === 'owner')
    .map(({ person }) => person)
  return [...new Set([...voters, ...others])].slice(0, MOST_REFRESHED)
}

function faceOf({ project, matter: number }: DecisionCard): Face | undefined {
  const matter = project.matters.find((one) => one.number === number)
  if (matter) return { is: 'open', matter }
  const decision = project.decisions.findLast((one) => one.matter === number)
  if (decision) return { is: 'decided', decision }
  return number >= 1 && number <= project.counters.matter ? { is: 'over' } : undefined
}

function statusText(face: Face, { project, t, language }: DecisionCard): string {
  if (face.is === 'over') return t('projects.decision.over')
  if (face.is === 'decided') return t('projects.decision.decided', { choice: t(`projects.decided.${face.decision.choice}`) })
  const { matter } = face
  const voters = votersOf(project.roster, matter)
  const counts = { voted: votesIn(project.roster, matter).length, voters: voters.length, quorum: matter.quorum }
  const result = tally(project.roster, matter)
  const ends =
    result.is === 'tied' ? t('projects.decision.tied') : t('projects.decision.until', { due: dateText(matter.due, language) })
  return `${t('projects.decision.waits', counts)} ${ends}`
}

type Fact = { title: string; value: string }

const factsOf = (face: Face, shown: DecisionCard): Fact[] => {
  if (face.is === 'over') return []
  return asWritten(face.is === 'open' ? matterFacts(face.matter, shown) : decisionFacts(face.decision, shown))
}

const asWritten = (facts: readonly Fact[]): Fact[] =>
  facts.map(({ title, value }) => ({ title: plainText(title), value: plainText(value) }))

type Button = { id: string; title: string; press: PressData }

function votingOf(matter: Matter, { project, by, t, typed }: DecisionCard) {
  if (by?.kind !== 'person' || !isVoter(matter, project, by)) return undefined
  const own = votesIn(project.roster, matter).find((vote) => vote.by === by.person)
  const alternatives = alternativesOf(matter.subject)
  const choices = alternatives.map((choice) => ({ choice, refused: whyNotCarriedOut(project, matter, choice) }))
  const asked = alternatives.filter((choice) => !AS_PROPOSED.includes(choice) && choice !== 'approve-with-conditions')
  return {
    inputs: {
      hasConditions: alternatives.includes('approve-with-conditions'),
      conditionsLabel: t('projects.decision.conditions'),
      conditions: typed?.conditions ?? own?.conditions ?? '',
      motiveLabel: t('projects.decision.motive', { choices: asked.map((choice) => t(`projects.choice.${choice}`)).join(', ') }),
      motive: typed?.motive ?? own?.motive ?? '',
    },
    // No choice of a vote is shown as the main one.
    choices: choices.map(({ choice, refused }) => ({ ...voteButton(project, matter, choice, t), isEnabled: !refused })),
    hindered: choices.flatMap(({ choice, refused }) =>
      refused
        ? t('projects.decision.hindered', {
            choice: t(`projects.choice.${choice}`),
            why: refusalText(refused, project, t, 'projects.not-now'),
          })
        : [],
    ),
  }
}

/** The press carries the hash of what its voter sees: a vote on something else is refused. */
const voteButton = ({ id }: Project, { number, hash }: Matter, choice: Choice, t: Translate): Button => ({
  id: `vote-${choice}`,
  title: t(`projects.choice.${choice}`),
  press: { verb: 'project.vote', project: id, matter: number, hash, choice },
})

const openButton = ({ project, matter, t }: DecisionCard): Button => ({
  id: 'open',
  title: t('projects.decision.open'),
  press: { verb: 'project.matter', project: project.id, matter },
})

/** Whoever sees what everybody sees can ask for their own view, also where nothing is refreshed by itself. */
function buttonsOf(face: Face, isVoting: boolean, shown: DecisionCard): Button[] {
  const { project, matter, by, t } = shown
  if (face.is !== 'open') return []
  const conflict: Button = {
    id: 'conflict',
    title: t('projects.decision.conflict'),
    press: { verb: 'project.conflict', project: project.id, matter },
  }
  return [...(by ? [] : [openButton(shown)]), ...(isVoting ? [conflict] : [])]
}
