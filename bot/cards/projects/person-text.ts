import type { Person } from '../../domain/projects/actor.js'
import type { Project } from '../../domain/projects/project.js'
import type { Names } from '../../domain/projects/project-view.js'
import { rolesOf } from '../../domain/projects/roles.js'
import type { Translate } from '../../i18n/translate.js'

/** What somebody is called; who is not known by name is known by what they are in the project. */
export function personText(person: Person, { project, names, t }: { project: Project; names: Names; t: Translate }): string {
  const name = names[person]
  if (name) return name
  const [role] = rolesOf(project.roster, person)
  return t(role ? `projects.role.${role}` : 'projects.role.former')
}
