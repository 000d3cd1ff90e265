import type { AnyStaffSkill } from '../../turn/staff-skill.js'
import type { ProjectsNeeds } from './needs.js'
import { placeSteering } from './place-steering.js'
import { pressProjects } from './press-projects.js'
import { sayProjects } from './say-projects.js'
import { vote } from './vote.js'

export { projectInvokes } from './invokes.js'

/** Everything that people of projects can do by the bot in Teams, in the order it is tried. */
export const projectsInTeams = (needs: ProjectsNeeds): readonly AnyStaffSkill[] => [
  vote(needs),
  pressProjects(needs),
  ...(needs.places ? [placeSteering(needs, needs.places)] : []),
  sayProjects(needs),
]
