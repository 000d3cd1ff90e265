import { startCard } from '../cards/projects/start-card.js'
import type { FillCard } from '../cards/templates.js'
import { plainText } from '../cards/teams/plain-text.js'
import type { StaffReference } from '../domain/desk/team-ports.js'
import type { Person } from '../domain/projects/actor.js'
import { dayOf } from '../domain/projects/calendar.js'
import { mayWith } from '../domain/projects/permissions.js'
import type { Project } from '../domain/projects/project.js'
import { rolesOf } from '../domain/projects/roles.js'
import type { Effect } from '../domain/projects/stepped.js'
import type { Translate } from '../i18n/translate.js'
import { reach, type ReachNeeds, type Saying, type Way } from './projects-reach.js'

export type ProposeNeeds = ReachNeeds & { fill: FillCard; link: (project?: string, way?: Way) => string }
export type Proposing = Extract<Effect, { propose: unknown }>

/** Offers a change request to who can make one, with why already in it. How many could not be reached. */
export async function proposeChange(
  needs: ProposeNeeds,
  project: Project,
  { propose }: Proposing,
  references: ReadonlyMap<Person, StaffReference>,
  id: string,
): Promise<number> {
  // Asked for meanwhile, or no longer needed.
  if (project.deviations.length === 0) return 0
  let unreached = 0
  for (const person of propose.filter((one) => mayWith(rolesOf(project.roster, one), 'change.request'))) {
    const to = { person, reference: references.get(person) }
    const reached = await reach(needs, to, `project-propose|${id}|${person}`, (language, t, way) =>
      sayingOf(needs, { project, person, language, t, way }),
    )
    if (reached.way === 'none') unreached += 1
  }
  return unreached
}

type Proposed = { project: Project; person: Person; language: string; t: Translate; way: Way }

function sayingOf({ fill, link, now }: ProposeNeeds, { project, person, language, t, way }: Proposed): Saying {
  const subject = t('project-told.head', { number: project.number, name: project.name })
  const isBudget = project.deviations.some(({ kind }) => kind === 'budget')
  const why = t(isBudget ? 'project-told.propose-budget' : 'project-told.propose-time')
  const address = link(project.id, way)
  const ask = { project, person, today: dayOf(now()), about: '', language, t }
  return {
    subject,
    text: [`**${plainText(subject)}**`, why, t('project-told.open', { address })].join('\n\n'),
    card: startCard(fill, { ask, kind: 'change-request' }),
  }
}
