import type { StaffIdentity } from '../../domain/people/staff-identity.js'
import type { Surface } from '../../domain/projects/actor.js'
import { closest } from '../../turn/new-turn.js'
import type { Asking, ProjectsNeeds } from './needs.js'

/** Somebody who has proved who they are, with the words of the language nearest to what they wish. */
export async function askingOf(
  needs: ProjectsNeeds,
  who: StaffIdentity,
  where: Exclude<Surface, 'clock'>,
  locale: string | undefined,
): Promise<Asking> {
  const language = closest(locale, needs.languages)
  const by = await needs.projects.actorOf(who, where)
  // Only time is the clock.
  if (by.kind !== 'person') throw new Error('Somebody in Teams is a person')
  return { needs, by, language, t: needs.translate(language) }
}
