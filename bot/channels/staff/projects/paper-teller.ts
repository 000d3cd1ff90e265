import { personText } from '../../../cards/projects/person-text.js'
import type { Project } from '../../../domain/projects/project.js'
import { everybody } from '../../../domain/projects/telling.js'
import type { Teller } from '../../../papers/teller.js'
import type { Asked } from './needs.js'

/** What papers of a project are told with: the reader's language, and everybody's names. Who has no name is called by their role. */
export async function tellerFor({ needs, language }: Pick<Asked, 'needs' | 'language'>, project: Project): Promise<Teller> {
  const voters = project.decisions.flatMap(({ votes }) => votes.map(({ by }) => by))
  const names = await needs.projects.whoIs([...everybody(project), ...voters])
  const t = needs.translate(language)
  return { t, language, nameOf: (person) => personText(person, { project, names, t }) }
}
