import type { Person } from '../../domain/projects/actor.js'
import type { Project } from '../../domain/projects/project.js'
import type { Notice } from '../../domain/projects/stepped.js'
import type { Translate } from '../../i18n/translate.js'
import { plainText } from '../teams/plain-text.js'
import { matterTitle } from './matter-text.js'

/** What somebody is told of, in one sentence of Markdown. The project is named by whoever tells, since one message may tell several things. */
export function toldText(notice: { tell: readonly Person[] } & Notice, project: Project, t: Translate): string {
  const key = `projects.told.${notice.what}`
  switch (notice.what) {
    case 'decided':
      return t(key, {
        decision: notice.decision,
        choice: t(`projects.decided.${notice.choice}`),
        what: decidedOn(project, notice.decision, t),
      })
    case 'plan-revised':
      return t(key, { revision: notice.revision, decision: notice.decision })
    case 'phase-began':
      return t(key, { phase: t(`projects.phase.${notice.phase}`) })
    case 'undone':
      return t(key, { decision: notice.decision, phase: t(`projects.phase.${notice.phase}`) })
    case 'status-report':
    case 'progress-report':
      return t(key, { report: notice.report })
    case 'request-made':
    case 'request-revised':
    case 'request-withdrawn':
    case 'request-outrun':
      return t(key, { request: notice.request })
    case 'vote-tied':
    case 'vote-late':
    case 'quorum-out-of-reach':
    case 'vote-held':
      return t(key, { matter: matterIn(project, notice.matter, t) })
    case 'meeting-called':
    case 'meeting-moved':
    case 'meeting-cancelled':
    case 'minutes-to-sign':
    case 'minutes-signed':
      return t(key, { meeting: notice.meeting })
    case 'effect-followed-up':
      return t(key, { goal: goalIn(project, notice.goal) })
    case 'document-to-sign':
      return t(key, { document: t(`projects.document.${notice.document}`) })
  }
}

function decidedOn(project: Project, number: number, t: Translate): string {
  const subject = project.decisions.find((one) => one.number === number)?.subject
  return plainText(matterTitle(project, subject, t))
}

const matterIn = (project: Project, number: number, t: Translate): string =>
  plainText(matterTitle(project, project.matters.find((one) => one.number === number)?.subject, t))

const goalIn = ({ plan, effectGoals }: Project, id: string): string =>
  plainText((plan?.content['effect-goals'] ?? effectGoals).find((goal) => goal.id === id)?.name ?? id)
