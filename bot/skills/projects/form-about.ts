import type { FormKind } from '../../cards/projects/forms/form.js'
import type { Project } from '../../domain/projects/project.js'
import { StatusSaid } from '../../domain/projects/status-report.js'
import type { Reason } from '../../domain/projects/stepped.js'
import type { FormPress } from './form-press.js'

type About = Pick<FormPress, 'form' | 'about'>

/** Why there is no such form, by its words in `project-refused`. */
export const NO_SUCH: Record<FormKind, Reason> = {
  'status-report': 'wrong-week',
  'progress-report': 'no-such-thing',
  'change-request': 'no-such-thing',
}
type Of = Pick<Project, 'requests' | 'counters'>

/** `over`: a request that was open once, and has been decided or withdrawn since. `wrong`: nothing that such a form is ever about. */
export type AboutIs = 'right' | 'over' | 'wrong'

/** A status report is about a week, by its Monday; a change request about none, or the one that it revises; a progress report about nothing. */
export function aboutIs(project: Of, { form, about }: About): AboutIs {
  if (about === '') return 'right'
  switch (form) {
    case 'status-report':
      return StatusSaid.shape.week.safeParse(about).success ? 'right' : 'wrong'
    case 'progress-report':
      return 'wrong'
    case 'change-request':
      return requestIs(project, about)
  }
}

function requestIs({ requests, counters }: Of, about: string): AboutIs {
  if (requests.some(({ number }) => String(number) === about)) return 'right'
  return /^[1-9]\d{0,5}$/.test(about) && Number(about) <= counters.request ? 'over' : 'wrong'
}
