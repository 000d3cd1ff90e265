import type { ProjectRole } from './roles.js'
import type { DocumentKind } from './documents.js'

/**
 * Before B0 a project is an idea, then a pre-study; `closed` is after B4, `ended` wherever it was stopped. Each phase is entered by one
 * decision point, and by nothing else.
 */
export const PHASES = ['idea', 'pre-study', 'initiation', 'planning', 'execution', 'closing', 'closed', 'ended'] as const
export type Phase = (typeof PHASES)[number]

export const POINTS = ['BA', 'B0', 'B1', 'B2', 'B3', 'B4'] as const
export type Point = (typeof POINTS)[number]

/** The 2017 plan has six, the text of 2007 five, its glossary four. A set always reaches the end: no point in it can be left out. */
export const POINT_SETS = {
  six: ['BA', 'B0', 'B1', 'B2', 'B3', 'B4'],
  five: ['B0', 'B1', 'B2', 'B3', 'B4'],
  four: ['B1', 'B2', 'B3', 'B4'],
} as const satisfies Record<string, readonly Point[]>
export type PointSet = keyof typeof POINT_SETS

/** Who decides. The project manager is none of these, and no setting can say so. */
export const BODIES = ['owner', 'sponsor', 'steering-group'] as const
export type Body = (typeof BODIES)[number]

/** What a decision does to the project: start the next phase, extend the running one, or close the project down. */
export type Consequence = 'go-on' | 'stay' | 'stop'

type Gate = {
  /** The phase that it is decided in, and the one that it opens. */
  from: Phase
  to: Phase
  alternatives: Readonly<Record<string, Consequence>>
  basis: readonly DocumentKind[]
  by: Body
}

/** Every decision point: what it is decided on, the alternatives, and who decides unless the project says otherwise. */
export const GATES = {
  BA: { from: 'idea', to: 'pre-study', alternatives: { inquire: 'go-on', reject: 'stop' }, basis: ['idea'], by: 'owner' },
  B0: {
    from: 'pre-study',
    to: 'initiation',
    alternatives: { 'write-directive': 'go-on', reject: 'stop' },
    basis: ['pre-study', 'pre-study-evaluation'],
    by: 'owner',
  },
  B1: {
    from: 'initiation',
    to: 'planning',
    alternatives: { confirm: 'go-on', reject: 'stop' },
    basis: ['project-directive'],
    by: 'owner',
  },
  B2: {
    from: 'planning',
    to: 'execution',
    alternatives: { approve: 'go-on', 'send-back': 'stay', end: 'stop' },
    basis: ['project-plan', 'communication-plan'],
    by: 'steering-group',
  },
  B3: {
    from: 'execution',
    to: 'closing',
    alternatives: { approve: 'go-on', extend: 'stay', end: 'stop' },
    basis: ['maintenance-plan'],
    by: 'steering-group',
  },
  B4: {
    from: 'closing',
    to: 'closed',
    // "Formally close" is closing without an approved report: the project is closed all the same, and its duties are done.
    alternatives: { approve: 'go-on', 'send-back': 'stay', close: 'go-on' },
    basis: ['final-report'],
    by: 'steering-group',
  },
} as const satisfies Record<Point, Gate>
export const gateOf = (point: Point): Gate => GATES[point]

/** What must be so before a point is passed. `deliveries-approved` is read from the register, so nobody can tick it by hand. */
export const CRITERIA = {
  BA: [],
  B0: [],
  B1: [],
  B2: [],
  B3: ['goals-reached', 'deliveries-approved', 'maintenance-accepted', 'users-trained', 'operations-contract'],
  B4: ['documents-handed-over', 'registered-checked', 'rest-archived', 'lessons-written'],
} as const satisfies Record<Point, readonly string[]>
export type Criterion = (typeof CRITERIA)[Point][number]
export const NAMES_OF_CRITERIA = Object.values(CRITERIA).flat() as [Criterion, ...Criterion[]]
export const TICKED_BY_REGISTER: readonly Criterion[] = ['deliveries-approved']

/** Where a project with these points begins. */
export const firstPhase = (set: PointSet): Phase => gateOf(POINT_SETS[set][0]).from
/** The point that must be decided next; undefined when there is none left. */
export const nextPoint = (phase: Phase): Point | undefined => POINTS.find((point) => gateOf(point).from === phase)
export const hasEnded = (phase: Phase): boolean => phase === 'closed' || phase === 'ended'

/** Whose signature a document needs before it is a basis. */
export const SIGNED_BY: Partial<Record<DocumentKind, readonly ProjectRole[]>> = { 'project-directive': ['owner', 'sponsor'] }
