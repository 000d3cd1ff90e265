import type { Phase } from '../../../../bot/domain/projects/points.js'
import type { ProfileName } from '../../../../bot/domain/projects/profiles.js'
import type { Light } from '../../../../bot/domain/projects/progress-report.js'
import type { Portfolio } from '../../../../bot/domain/projects/project.js'

export const PHASE_NAMES: readonly Phase[] = [
  'idea',
  'pre-study',
  'initiation',
  'planning',
  'execution',
  'closing',
  'closed',
  'ended',
]
export const PORTFOLIO_NAMES: readonly Portfolio[] = ['accessibility', 'information', 'training', 'cooperation', 'innovation']
export const PROFILES: readonly ProfileName[] = ['minimum', 'standard', 'full', 'innovation']
export const LIGHT_NAMES: readonly Light[] = ['green', 'yellow', 'red']

/** What the list is narrowed by. Empty is everything. */
export type Filter = {
  text: string
  portfolio: Portfolio | ''
  profile: ProfileName | ''
  phase: Phase | ''
  light: Light | ''
  waiting: boolean
  late: boolean
  mine: boolean
}
export const EVERYTHING: Filter = {
  text: '',
  portfolio: '',
  profile: '',
  phase: '',
  light: '',
  waiting: false,
  late: false,
  mine: false,
}

export const PAGE_SIZE = 25

/** The query that asks for a page, counted from 0, of what is left. */
export function queryOf(filter: Filter, page: number): string {
  const asked = Object.entries(filter)
    .filter(([, value]) => value !== '' && value !== false)
    .map(([name, value]): [string, string] => [name, value === true ? '1' : String(value).trim()])
  return new URLSearchParams([...asked, ['from', String(page * PAGE_SIZE)], ['limit', String(PAGE_SIZE)]]).toString()
}

export const isNarrowed = (filter: Filter): boolean =>
  Object.entries(filter).some(([name, value]) => value !== EVERYTHING[name as keyof Filter])
export const pagesIn = (count: number): number => Math.max(1, Math.ceil(count / PAGE_SIZE))
