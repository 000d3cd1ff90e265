import type { Actor } from '../domain/projects/actor.js'
import { dayAfter, dayOf, mondayOf, type Day } from '../domain/projects/calendar.js'
import { mayDo, type ProjectPermission } from '../domain/projects/permissions.js'
import type { Draft } from '../domain/projects/ports.js'
import { peopleOf, type Project } from '../domain/projects/project.js'
import type { Refusal } from '../domain/projects/project-view.js'
import { StatusSaid, WEEKS_BACK } from '../domain/projects/status-report.js'
import type { DraftOf, Gone } from '../domain/projects/projects.js'
import type { ProjectNeeds } from './needs.js'
import { GONE, refusal } from './reading.js'

/** Whoever may send a thing may begin to write it. */
const WRITTEN_BY: Record<Draft['kind'], ProjectPermission> = {
  'status-report': 'status-report.send',
  'progress-report': 'progress-report.publish',
  'change-request': 'change.request',
}

/** What a draft can be about. There is one for each, so that nobody has as many as they like: a week that can be reported, a request that was made. */
const IS_ABOUT: Record<Draft['kind'], (about: string, project: Project, today: Day) => boolean> = {
  'status-report': (about, _project, today) =>
    StatusSaid.shape.week.safeParse(about).success &&
    about >= dayAfter(mondayOf(today), -7 * WEEKS_BACK) &&
    about <= dayAfter(today, 7),
  'progress-report': (about) => about === '',
  'change-request': (about, { counters }) => about === '' || (/^[1-9]\d{0,8}$/.test(about) && Number(about) <= counters.request),
}

/** One's own and nobody else's: what is typed and not sent is not in the audit. */
export async function keepDraft(
  { store, now }: ProjectNeeds,
  draft: DraftOf & Pick<Draft, 'said' | 'page'>,
  by: Actor,
): Promise<{ kind: 'done' } | Refusal | Gone> {
  const row = await store.find(draft.project)
  if (!row) return GONE
  if (by.kind === 'clock' || !mayDo(peopleOf(row.project), by, WRITTEN_BY[draft.kind])) return refusal('not-yours')
  if (!IS_ABOUT[draft.kind](draft.about, row.project, dayOf(now()))) return refusal('no-such-thing')
  await store.saveDraft({ ...draft, person: by.person, savedAt: now() })
  return { kind: 'done' }
}

export const draftOf = async ({ store }: ProjectNeeds, of: DraftOf, by: Actor): Promise<Draft | undefined> =>
  by.kind === 'clock' ? undefined : store.draft({ ...of, person: by.person })

export async function dropDraft({ store }: ProjectNeeds, of: DraftOf, by: Actor): Promise<void> {
  if (by.kind === 'person') await store.dropDraft({ ...of, person: by.person })
}
