import { actorIdOf, surfaceOf, type Actor } from '../domain/projects/actor.js'
import type { ProjectNeeds } from './needs.js'

/**
 * Writes down that somebody looked at several projects at once: which is no single one's affair, so it stands in the audit of the staff. How
 * many there were, and from where; never what was searched for, which may be a name.
 */
export const looked = (
  { note, now }: Pick<ProjectNeeds, 'note' | 'now'>,
  by: Actor,
  what: 'portfolio' | 'mine' | 'found',
  detail: Record<string, string | number>,
): Promise<void> =>
  note({
    at: now(),
    by: actorIdOf(by),
    action: `projects.${what}-read`,
    subject: what,
    detail: { ...detail, where: surfaceOf(by) },
  })
