import type { Decision } from '../domain/projects/decision.js'
import type { Project } from '../domain/projects/project.js'
import type { Block } from './paper.js'
import { choiceText, decisionLine, subjectText } from './subject-words.js'
import { momentText, namesText, numberText, type Teller } from './teller.js'

type Known = Pick<Project, 'plan' | 'proposal' | 'decisions' | 'matters' | 'requests'>
type Entries = Extract<Block, { kind: 'terms' }>['entries']

/** Everything that a decision records (rule 4), as terms. */
export function decisionTerms(decision: Decision, project: Known, teller: Teller): Entries {
  const { t } = teller
  const { body, choice, at, meeting, phase, conditions, conflicts, undoneBy, of, hash } = decision
  const rows: [string, string][] = [
    ['subject', subjectText(decision.subject, project, teller)],
    ['choice', choiceText(choice, teller)],
    ['body', t(`papers.body.${body}`)],
    ['voted', votesText(decision, teller)],
    ['at', momentText(at, teller)],
    ['meeting', meeting === undefined ? t('papers.between-meetings') : t('papers.at-meeting', { number: meeting })],
    ['phase', t(`papers.phase.${phase}`)],
    ['motive', motiveText(decision, teller)],
    ['conditions', wordsOf(conditions, teller)],
    ['conflicts', conflicts.length > 0 ? namesText(conflicts, teller) : ''],
    ['minuted', minutedText(decision, teller)],
    ['undone', undoneBy === undefined ? '' : t('papers.undone-by', { number: undoneBy })],
    ['of', of],
    ['decision-hash', hash],
  ]
  return rows.filter(([, words]) => words !== '').map(([key, words]) => ({ term: t(`papers.fact.${key}`), text: words }))
}

/** A decision as it stands in minutes: a heading and what it records, without what the minutes say already. */
export const decisionBlocks = (decision: Decision, project: Known, teller: Teller): Block[] => [
  { kind: 'heading', text: decisionLine(decision, project, teller) },
  {
    kind: 'terms',
    entries: decisionTerms(decision, project, teller).filter(
      ({ term }) => !['subject', 'minuted', 'meeting', 'phase'].some((key) => term === teller.t(`papers.fact.${key}`)),
    ),
  },
]

const wordsOf = (words: readonly { by: string; text: string }[], { t, nameOf }: Teller): string =>
  words.map(({ by, text }) => t('papers.said-by', { name: nameOf(by), text })).join('\n')

export const motiveText = ({ motive }: Pick<Decision, 'motive'>, teller: Teller): string =>
  motive.kind === 'as-proposed' ? teller.t('papers.motive-as-proposed') : wordsOf(motive.words, teller)

/** Who voted for what, one choice a line: votes are open among those who may read the decision. */
function votesText({ votes }: Decision, teller: Teller): string {
  const { t, nameOf } = teller
  const noted = (by: string | undefined): string => (by === undefined ? '' : ` ${t('papers.noted-by', { name: nameOf(by) })}`)
  return [...new Set(votes.map(({ choice }) => choice))]
    .map((choice) => {
      const own = votes.filter((vote) => vote.choice === choice)
      const names = own.map(({ by, notedBy }) => `${nameOf(by)}${noted(notedBy)}`).join(', ')
      return t('papers.votes', { choice: choiceText(choice, teller), count: numberText(own.length, teller), names })
    })
    .join('\n')
}

function minutedText({ minuted }: Decision, { t }: Teller): string {
  if (!minuted) return t('papers.minuted.not-yet')
  return 'meeting' in minuted ? t('papers.minuted.meeting', { number: minuted.meeting }) : t('papers.minuted.in-writing')
}
