import type { Choice, Subject } from '../domain/projects/matter.js'
import type { Decision } from '../domain/projects/decision.js'
import type { Project } from '../domain/projects/project.js'
import type { Teller } from './teller.js'

type Known = Pick<Project, 'plan' | 'proposal' | 'decisions' | 'matters' | 'requests'>

/** What is decided on, by its number and its name: "Ändringsbegäran 3, revision 2: Två veckor till". */
export function subjectText(subject: Subject, project: Known, teller: Teller): string {
  const { t } = teller
  switch (subject.kind) {
    case 'point':
      return t('papers.subject.point', { point: subject.point, what: t(`papers.point.${subject.point}`) })
    case 'change-request': {
      const { number, revision } = subject
      return withName(t('papers.subject.change-request', { number, revision }), requestTitle(number, project))
    }
    case 'undo': {
      const undone = project.decisions.find(({ number }) => number === subject.decision)
      return withName(
        t('papers.subject.undo', { number: subject.decision }),
        undone && subjectText(undone.subject, project, teller),
      )
    }
    default:
      return withName(t(`papers.subject.${subject.kind}`), nameOfItem(subject.kind, subject.id, project))
  }
}

const withName = (what: string, name: string | undefined): string => (name ? `${what}: ${name}` : what)

/** Of a request that is decided, the decision knows what it was called. */
const requestTitle = (number: number, { requests, decisions }: Known): string | undefined =>
  requests.find((request) => request.number === number)?.latest.title ??
  decisions.findLast(({ subject }) => subject.kind === 'change-request' && subject.number === number)?.title

function nameOfItem(kind: 'delivery' | 'milestone', id: string, { plan, proposal }: Known): string {
  const items = (plan?.content ?? proposal?.content)?.[kind === 'delivery' ? 'deliveries' : 'milestones'] ?? []
  return items.find((item) => item.id === id)?.name ?? id
}

/** What a matter is about, whether it waits or is decided; its number alone when the project knows neither. */
export function matterText(number: number, project: Known, teller: Teller): string {
  const subject =
    project.matters.find((matter) => matter.number === number)?.subject ??
    project.decisions.findLast((decision) => decision.matter === number)?.subject
  return subject ? subjectText(subject, project, teller) : teller.t('papers.matter', { number })
}

/** "Beslut 4. Beslutspunkt B2 (projektplanen). Godkänt". */
export const decisionLine = (
  { number, subject, choice }: Pick<Decision, 'number' | 'subject' | 'choice'>,
  project: Known,
  teller: Teller,
): string =>
  teller.t('papers.decision-line', { number, what: subjectText(subject, project, teller), choice: choiceText(choice, teller) })

export const choiceText = (choice: Choice, { t }: Teller): string => t(`papers.choice.${choice}`)
