import { hashOf, type Hash } from '../domain/projects/canonical.js'
import type { EventKind } from '../domain/projects/events.js'
import { effectGoalsOf, type Project } from '../domain/projects/project.js'
import { SEEN_PARTS, type SeenPart } from '../domain/projects/project-view.js'

/** Which part an event puts another in the place of. What is not here adds to what there is, so nobody's work is lost by it. */
const REPLACES: Partial<Record<EventKind, SeenPart>> = {
  renamed: 'name',
  'settings-changed': 'settings',
  'roster-changed': 'roster',
  'effect-goals-set': 'effect-goals',
  'plan-proposed': 'proposal',
  'plan-kept-up': 'plan',
}

const VALUE: Record<SeenPart, (project: Project) => unknown> = {
  name: ({ name, portfolio }) => ({ name, portfolio }),
  settings: ({ settings }) => settings,
  roster: ({ roster }) => roster,
  'effect-goals': effectGoalsOf,
  proposal: ({ proposal }) => proposal?.content,
  plan: ({ plan }) => plan?.content,
}

/** A plan has its hash with it: one of ten thousand activities is not counted through each time that it is looked at. */
const HASH: Partial<Record<SeenPart, (project: Project) => Hash | undefined>> = {
  proposal: ({ proposal }) => proposal?.hash,
  plan: ({ plan }) => plan?.hash,
}
const hashIn = (project: Project, part: SeenPart): Hash => HASH[part]?.(project) ?? hashOf(VALUE[part](project) ?? null)

/** The hash of every part that an editor may begin from; of what there is not, that of nothing. */
export const seenParts = (project: Project): Record<SeenPart, Hash> =>
  Object.fromEntries(SEEN_PARTS.map((part) => [part, hashIn(project, part)])) as Record<SeenPart, Hash>

/** What the part is now, if it is another than the editor saw. */
export function changedMeanwhile(project: Project, kind: EventKind, seen: Hash | undefined): { now: unknown } | undefined {
  const part = REPLACES[kind]
  if (seen === undefined || part === undefined) return undefined
  return hashIn(project, part) === seen ? undefined : { now: VALUE[part](project) ?? null }
}
