import { z } from 'zod'
import { formCard, REVIEW } from '../../cards/projects/form-card.js'
import { refusalText } from '../../cards/projects/refusal-text.js'
import { faultIn, type Said } from '../../cards/projects/forms/field.js'
import { formOf, shownSaid } from '../../cards/projects/forms/forms.js'
import { dateText } from '../../cards/plan-dates.js'
import type { Form, FormAsk, FormKind, Page } from '../../cards/projects/forms/form.js'
import type { Card } from '../../domain/conversations/message.js'
import { dayAfter, dayOf } from '../../domain/projects/calendar.js'
import { ProjectEvent } from '../../domain/projects/events.js'
import { mayDo } from '../../domain/projects/permissions.js'
import type { Draft, ProjectRow } from '../../domain/projects/ports.js'
import { peopleOf } from '../../domain/projects/project.js'
import { aboutIs, NO_SUCH } from './form-about.js'
import type { FormPress } from './form-press.js'
import type { Asking } from './needs.js'
import { formAskOf } from './start.js'

/** What a press of a form leads to: its next page, or words when it is over. */
export type FormShown = { kind: 'page'; title: string; card: Card } | { kind: 'told'; text: string }

export type FormAt = { press: FormPress; isDialog: boolean }

type Open = { asking: Asking; form: Form; ask: FormAsk; draft: Draft | undefined; at: FormAt }

/** Goes on with a form. Whatever was typed on the page that was sent is saved before anything else is looked at. */
export async function formStep(asking: Asking, at: FormAt): Promise<FormShown> {
  const { projects } = asking.needs
  const { press } = at
  const row = await projects.row(press.project, asking.by)
  if (!row) return { kind: 'told', text: asking.t('projects.gone') }
  const form = formOf(press.form)
  if (!mayDo(peopleOf(row.project), asking.by, form.may))
    return { kind: 'told', text: asking.t(`projects.not-yours.${press.form}`) }
  const about = aboutIs(row.project, press)
  if (about === 'wrong') return { kind: 'told', text: asking.t(`project-refused.${NO_SUCH[press.form]}`) }
  const ask = formAskOf(asking, row.project, press.form, press.about)
  const draft = await projects.draft({ project: row.project.id, kind: press.form, about: ask.about }, asking.by)
  const open = { asking, form, ask, draft, at }
  if (about === 'over') return keptForNew(open)
  switch (press.go) {
    case 'begin':
      return begun(open)
    case 'send':
      return sent(open)
    default:
      return turned(open)
  }
}

/** The request was decided or withdrawn while it was being revised. It is not asked for once more by itself: what was written becomes a draft of a new one. */
async function keptForNew(open: Open): Promise<FormShown> {
  const { asking, ask, draft, at } = open
  const { projects } = asking.needs
  const of = { project: ask.project.id, kind: 'change-request' as const }
  const isTyped = at.press.go === 'next' || at.press.go === 'back'
  const said = isTyped ? saidOn(open, at.press) : keptIn(draft)
  const other = await projects.draft({ ...of, about: '' }, asking.by)
  if (other || Object.keys(said).length === 0)
    return { kind: 'told', text: ask.t('projects.form.request-over', { number: ask.about }) }
  const kept = await projects.keepDraft({ ...of, about: '', said, page: 0 }, asking.by)
  if (kept.kind === 'done') await projects.dropDraft({ ...of, about: ask.about }, asking.by)
  return { kind: 'told', text: ask.t('projects.form.request-over-kept', { number: ask.about }) }
}

const Kept = z.record(z.string(), z.string())
/** A draft of the tab's is in its own words. It is left alone until somebody goes on here, and they are told that it then is replaced. */
const isOfTab = (draft: Draft | undefined): boolean => draft?.said['form'] === 'tab'
const keptIn = (draft: Draft | undefined): Said => (isOfTab(draft) ? {} : (Kept.safeParse(draft?.said).data ?? {}))
/** What has been emptied stays empty, unless somebody's words have filled it in since. */
const keptBeside = (draft: Draft | undefined, filled: Said | undefined): Said =>
  Object.fromEntries(Object.entries(keptIn(draft)).filter(([id, value]) => value !== '' || filled?.[id] === undefined))

/** Filled in from last time, then from what somebody's words said, then from their own draft, which is never written over. */
async function begun(open: Open): Promise<FormShown> {
  const { form, ask, draft, at, asking } = open
  const begin = form.begin(ask)
  if (!begin) return { kind: 'told', text: ask.t(`projects.none.${form.kind}`) }
  await asking.needs.projects.row(ask.project.id, asking.by, `form ${form.kind}`)
  const said = { ...begin, ...at.press.filled, ...keptBeside(draft, at.press.filled) }
  if (isOfTab(draft))
    return show(open, { said, page: 0, problems: [], note: ask.t('projects.form.tab-draft'), filled: at.press.filled ?? {} })
  const saved = draft && dateText(dayOf(draft.savedAt), asking.language)
  const note = saved && ask.t('projects.form.from-draft', { saved })
  // Nothing is saved by opening a form: what its later pages begin with travels with it until a page is sent.
  return show(open, { said, page: draft?.page ?? 0, problems: [], note, ...(at.press.filled ? { filled: at.press.filled } : {}) })
}

async function turned(open: Open): Promise<FormShown> {
  const { press } = open.at
  const said = saidOn(open, press)
  const pages = open.form.pages(open.ask, said)
  const at =
    press.page === REVIEW
      ? pages.length
      : Math.max(
          0,
          pages.findIndex(({ id }) => id === press.page),
        )
  const page = pages[at]
  const problems = press.go === 'next' && page ? faultsOn(open, page, said) : []
  const next = press.go === 'back' ? Math.max(0, at - 1) : problems.length > 0 ? at : Math.min(at + 1, pages.length)
  const kept = await keep(open, said, next)
  return kept ?? show(open, { said, page: next, problems })
}

/** What was said before, with what was typed on this page; what the page has and did not send is empty. */
function saidOn({ form, ask, draft, at: { press } }: Open, { page }: FormPress): Said {
  const kept = { ...press.filled, ...keptBeside(draft, press.filled) }
  const before = draft && !isOfTab(draft) ? kept : { ...form.begin(ask), ...press.filled }
  const fields = form.pages(ask, before).find(({ id }) => id === page)?.fields ?? []
  return { ...before, ...Object.fromEntries(fields.map(({ id }) => [id, press.said[id] ?? ''])) }
}

const faultsOn = ({ form, ask }: Open, { fields }: Page, said: Said): string[] => {
  const shown = shownSaid(form.kind, ask, said)
  return fields.flatMap((field) => faultIn(field, shown, ask.t) ?? [])
}

/** Undefined when it is saved. */
async function keep({ asking, form, ask }: Open, said: Said, page: number): Promise<FormShown | undefined> {
  const of = { project: ask.project.id, kind: form.kind, about: ask.about }
  const kept = await asking.needs.projects.keepDraft({ ...of, said, page }, asking.by)
  if (kept.kind === 'done') return undefined
  return { kind: 'told', text: kept.kind === 'gone' ? ask.t('projects.gone') : refusalText(kept, ask.project, ask.t) }
}

type Showing = { said: Said; page: number; problems: readonly string[]; note?: string; filled?: Said }

function show({ asking, form, ask, at: { isDialog } }: Open, { said, page, problems, note, filled }: Showing): FormShown {
  const shown = shownSaid(form.kind, ask, said)
  const pages = form.pages(ask, said)
  const at = Math.min(page, pages.length)
  const card = formCard(asking.needs.fill, {
    ...{ ask, kind: form.kind, page: pages[at], at, of: pages.length + 1, said: shown, problems, note, filled, isDialog },
    keptUntil: dayAfter(dayOf(asking.needs.now()), asking.needs.draftDays),
    summary: at < pages.length ? [] : form.summary(ask, said),
  })
  return { kind: 'page', title: ask.t(`projects.form-name.${form.kind}`), card }
}

/** Everything is looked through once more: the project may have changed since a page was left. */
async function sent(open: Open): Promise<FormShown> {
  const { asking, form, ask, draft } = open
  if (!draft || isOfTab(draft)) return { kind: 'told', text: ask.t('projects.form.sent-already') }
  const said = keptIn(draft)
  const pages = form.pages(ask, said)
  const wrong = pages.findIndex((page) => faultsOn(open, page, said).length > 0)
  if (wrong >= 0) return show(open, { said, page: wrong, problems: faultsOn(open, pages[wrong]!, said) })
  const again = (problem: string): FormShown => show(open, { said, page: pages.length, problems: [problem] })
  const fault = form.fault?.(ask, said)
  if (fault) return again(fault)
  const event = ProjectEvent.safeParse(form.event(ask, said)).data
  if (!event) return again(ask.t('projects.fault.unreadable'))
  const { id: project } = ask.project
  const acted = await asking.needs.projects.act({ project, event, by: asking.by, key: keyOf(draft) })
  if (acted.kind === 'gone') return { kind: 'told', text: ask.t('projects.gone') }
  if (acted.kind === 'refused') return again(refusalText(acted, ask.project, ask.t))
  await asking.needs.projects.dropDraft({ project, kind: form.kind, about: ask.about }, asking.by)
  return { kind: 'told', text: sentText(form.kind, acted.row, ask) }
}

/** Of what is sent, not of the press: two presses of one draft, at the same moment, send it once. */
const keyOf = ({ kind, about, savedAt }: Draft): string => `draft|${kind}|${about}|${savedAt.toISOString()}`

/** What was sent; and, at once, that a change must be asked for when the figures leave the plan. */
function sentText(kind: FormKind, { project }: ProjectRow, { t, about, person }: FormAsk): string {
  const sentence = t(`projects.sent.${kind}`, { number: project.number, name: project.name })
  if (kind === 'change-request') {
    const request = about === '' ? project.counters.request : about
    return t('projects.sent.change-numbered', { sentence, request })
  }
  const by = { kind: 'person', person, office: [], where: 'dialog' } as const
  const isNeeded = project.deviations.length > 0 && mayDo(peopleOf(project), by, 'change.request')
  return isNeeded ? t('projects.sent.change-needed', { sentence }) : sentence
}
