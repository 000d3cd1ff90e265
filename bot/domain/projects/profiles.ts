import type { DocumentKind } from './documents.js'
import type { PointSet } from './points.js'

/** How much of the model a project uses. */
export const PROFILE_NAMES = ['minimum', 'standard', 'full', 'innovation'] as const
export type ProfileName = (typeof PROFILE_NAMES)[number]

/** What somebody is reminded of on the project's own days. */
export const ROUTINES = ['status-report', 'progress-report', 'activity-plan', 'risk-analysis'] as const
export type Routine = (typeof ROUTINES)[number]

type Profile = {
  asksFor: readonly Routine[]
  /** Of a point's basis documents, those that must be there. */
  documents: readonly DocumentKind[]
  points: PointSet
  /** Longest time from B1 to the planned end, in months. */
  mostMonths?: number
}

/** The least of every project: directive with effect goals, plan, written approval at B3. Nothing below it can be left out. */
const LEAST = ['project-directive', 'project-plan'] as const

/** What is asked for. Nobody is reminded of anything that is not here. */
export const PROFILES = {
  minimum: { asksFor: [], documents: LEAST, points: 'four' },
  standard: {
    asksFor: ['progress-report', 'activity-plan'],
    documents: [...LEAST, 'pre-study', 'maintenance-plan', 'final-report'],
    points: 'five',
  },
  full: {
    asksFor: ROUTINES,
    documents: [...LEAST, 'idea', 'pre-study', 'pre-study-evaluation', 'communication-plan', 'maintenance-plan', 'final-report'],
    points: 'six',
  },
  // 2012: loose governance, three to six months.
  innovation: { asksFor: ['progress-report'], documents: [...LEAST, 'final-report'], points: 'four', mostMonths: 6 },
} as const satisfies Record<ProfileName, Profile>
export const profileOf = (name: ProfileName): Profile => PROFILES[name]

export const asksFor = (name: ProfileName, routine: Routine): boolean => profileOf(name).asksFor.includes(routine)
export const asksForDocument = (name: ProfileName, kind: DocumentKind): boolean => profileOf(name).documents.includes(kind)
