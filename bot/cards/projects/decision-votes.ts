import type { Actor } from '../../domain/projects/actor.js'
import { votersOf, votesIn, type Matter } from '../../domain/projects/matter.js'
import { mayDo } from '../../domain/projects/permissions.js'
import { peopleOf, type Project } from '../../domain/projects/project.js'
import type { Names } from '../../domain/projects/project-view.js'
import type { Translate } from '../../i18n/translate.js'
import { personText } from './person-text.js'
import { sentences } from './sentences.js'

type Seen = { project: Project; by?: Actor; names: Names; t: Translate }

/** Who voted what while it is open: for those who may see it. */
export function voteFacts(matter: Matter, { project, by, names, t }: Seen): { title: string; value: string }[] {
  if (!by || !mayDo(peopleOf(project), by, 'vote.see')) return []
  return votesIn(project.roster, matter).map((vote) => ({
    title: personText(vote.by, { project, names, t }),
    value: sentences([t(`projects.choice.${vote.choice}`), vote.motive, vote.conditions]),
  }))
}

/** What the one who looks has done, or why there is nothing for them to do. */
export function ownTexts(matter: Matter, { project, by, t }: Seen): string[] {
  if (by?.kind !== 'person') return []
  const own = votesIn(project.roster, matter).find((vote) => vote.by === by.person)
  if (own) return [t('projects.decision.you-voted', { choice: t(`projects.choice.${own.choice}`) })]
  if (matter.conflicts.some(({ person }) => person === by.person)) return [t('projects.decision.you-conflict')]
  if (isVoter(matter, project, by)) return [t('projects.decision.you-vote')]
  const isManager = project.roster.some(({ person, role }) => person === by.person && role === 'manager')
  return [t(isManager ? 'projects.decision.you-manage' : 'projects.decision.not-you')]
}

export const isVoter = (matter: Matter, project: Project, by: Actor | undefined): boolean =>
  by?.kind === 'person' && votersOf(project.roster, matter).includes(by.person) && mayDo(peopleOf(project), by, 'vote')
