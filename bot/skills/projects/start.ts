import { choicesCard } from '../../cards/choices-card.js'
import type { FormAsk, FormKind } from '../../cards/projects/forms/form.js'
import { formOf } from '../../cards/projects/forms/forms.js'
import { weekToReport } from '../../cards/projects/forms/status-form.js'
import { startCard } from '../../cards/projects/start-card.js'
import { dateText } from '../../cards/plan-dates.js'
import type { Card } from '../../domain/conversations/message.js'
import { dayOf } from '../../domain/projects/calendar.js'
import { mayDo } from '../../domain/projects/permissions.js'
import type { ProjectRow } from '../../domain/projects/ports.js'
import { peopleOf, type Project } from '../../domain/projects/project.js'
import { whyNot } from '../../domain/projects/step.js'
import type { Summary } from '../../domain/projects/summary.js'
import type { SaidChange } from '../../understanding/project-change.js'
import { comparable } from '../../understanding/normalise.js'
import { filledFrom } from './filled-from.js'
import type { Asking } from './needs.js'

/** A change that was told of in words, with the words. */
export type ToldChange = Pick<SaidChange, 'days' | 'on' | 'kronor' | 'about'> & { words: string }
export type Start = { form: FormKind; which?: string; change?: ToldChange }

/** So many projects are looked into for one that can be reported on. */
const MOST_LOOKED_INTO = 20

/** What a form begins from: whose, about what, on which day. */
export function formAskOf({ by, needs, language, t }: Asking, project: Project, form: FormKind, about = ''): FormAsk {
  const today = dayOf(needs.now())
  const week = form === 'status-report' && about === '' ? weekToReport(project, by.person, today) : about
  return { project, person: by.person, today, about: week, language, t }
}

/** The card to begin with; a choice of projects when there are several; words when there is nothing to begin. */
export async function started(asking: Asking, start: Start): Promise<{ text: string; card?: Card; isNone: boolean }> {
  const { t, needs, language } = asking
  const rows = await rowsFor(asking, start)
  const [only, ...others] = rows
  if (!only) return { text: t(`projects.not-yours.${start.form}`), isNone: true }
  if (others.length === 0) return { ...(await startedIn(asking, only, start)), isNone: false }
  const choices = rows.map(({ project }) => ({
    id: `start-${project.id}`,
    title: `${project.number} ${project.name}`,
    press: { verb: 'project.start', form: start.form, project: project.id, ...(start.change ? { change: start.change } : {}) },
  }))
  const title = t(`projects.which.${start.form}`)
  return { text: '', card: choicesCard(needs.fill, language, title, [{ choices }]), isNone: false }
}

/** The card to begin with in one project. */
export async function startedIn(
  asking: Asking,
  { project }: ProjectRow,
  { form, change }: Pick<Start, 'form' | 'change'>,
): Promise<{ text: string; card?: Card }> {
  const { t, needs, by, language } = asking
  const kind = formOf(form)
  if (!mayDo(peopleOf(project), by, kind.may)) return { text: t(`projects.not-yours.${form}`) }
  const hindered = whyNot(project, { kind: EVENT_OF[form] }, by)
  if (hindered) return { text: t(`project-refused.${hindered.why}`) }
  const ask = formAskOf(asking, project, form)
  if (!kind.begin(ask)) return { text: t(`projects.none.${form}`) }
  const draft = await needs.projects.draft({ project: project.id, kind: form, about: ask.about }, by)
  const filled = change && form === 'change-request' ? filledFrom(change, ask) : undefined
  const draftFrom = draft && dateText(dayOf(draft.savedAt), language)
  return { text: '', card: startCard(needs.fill, { ask, kind: form, filled, draftFrom }) }
}

export const EVENT_OF = {
  'status-report': 'status-reported',
  'progress-report': 'progress-published',
  'change-request': 'change-requested',
} as const satisfies Record<FormKind, string>

/** Those of one's projects where this can be done; of those, the named ones when one was named. */
async function rowsFor(asking: Asking, { form, which }: Start): Promise<ProjectRow[]> {
  const { projects } = asking.needs
  const mine = (await projects.mine(asking.by)).projects.filter(({ endedOn }) => endedOn === undefined)
  const named = which === undefined ? mine : mine.filter((one) => isNamed(one, which))
  const looked = await Promise.all(named.slice(0, MOST_LOOKED_INTO).map(({ id }) => projects.row(id, asking.by)))
  return looked.filter((row) => row !== undefined).filter(({ project }) => isPossible(project, form, asking))
}

const isPossible = (project: Project, form: FormKind, { by }: Asking): boolean =>
  mayDo(peopleOf(project), by, formOf(form).may) && !whyNot(project, { kind: EVENT_OF[form] }, by)

/** By its number, or by a part of its name. */
export function isNamed({ number, name }: Pick<Summary, 'number' | 'name'>, which: string): boolean {
  const said = comparable(which)
  return said === comparable(number) || comparable(name).includes(said)
}
