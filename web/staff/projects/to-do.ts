import type { Duty, DutyKind } from '../../../bot/domain/projects/duties.js'
import type { Draft } from '../../../bot/domain/projects/ports.js'
import { linkTo, type Tab } from './address.js'

/** Where each duty is done; `about` is put before what the duty is about. */
const DONE_AT: Record<DutyKind, { tab: Tab; about?: string }> = {
  'status-report': { tab: 'reports', about: 'status-' },
  'progress-report': { tab: 'reports', about: 'progress' },
  'activity-plan': { tab: 'plan' },
  'risk-analysis': { tab: 'plan' },
  'change-request': { tab: 'decisions', about: 'change' },
  'revise-request': { tab: 'decisions', about: 'revise-' },
  vote: { tab: 'decisions', about: 'matter-' },
  'minute-decisions': { tab: 'meetings' },
  'sign-minutes': { tab: 'meetings' },
  'effect-follow-up': { tab: 'effects' },
}

export function dutyLink({ project, kind, about }: Pick<Duty, 'project' | 'kind' | 'about'>): string {
  const { tab, about: before } = DONE_AT[kind]
  return linkTo({ project, tab, about: before?.endsWith('-') ? `${before}${String(about ?? '')}` : before })
}

/** Where somebody goes on with what was begun: a draft of a request is told by the request that it revises, one of a report by its week. */
export function draftLink({ project, kind, about }: Pick<Draft, 'project' | 'kind' | 'about'>): string {
  if (kind === 'status-report') return linkTo({ project, tab: 'reports', about: `status-${about}` })
  if (kind === 'progress-report') return linkTo({ project, tab: 'reports', about: 'progress' })
  return linkTo({ project, tab: 'decisions', about: about === '' ? 'change' : `revise-${about}` })
}
