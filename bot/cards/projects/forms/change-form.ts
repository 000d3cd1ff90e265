import { AFFECTED, saidOf as requestOf, type RequestRevision, type RequestSaid } from '../../../domain/projects/change-request.js'
import { edited, editsBetween, itemOf, type PlanEdit } from '../../../domain/projects/plan-edits.js'
import { beginOf, choosable, fieldsOf, touchables, touched, withSaid } from './change-touches.js'
import type { Field, Said } from './field.js'
import { inPages, type Form, type FormAsk, type Page } from './form.js'
import { deviationText, filledOf, requestLines } from './request-lines.js'

const CHANGES_ON_A_PAGE = 6
const LONGEST = 4000
const LONGEST_TITLE = 200

/** The request that is revised; undefined for a new one. */
const revised = ({ project, about }: Pick<FormAsk, 'project' | 'about'>): RequestRevision | undefined =>
  project.requests.find(({ number }) => String(number) === about)?.latest

export const changeForm: Form = {
  kind: 'change-request',
  may: 'change.request',
  begin(ask) {
    const content = ask.project.plan?.content
    if (!content) return undefined
    const before = revised(ask)
    return before ? filledFrom(before, ask) : { why: ask.project.deviations.map((one) => deviationText(one, ask)).join('\n') }
  },
  pages: (ask, said) => [whatPage(ask), touchesPage(ask, said), ...changePages(ask, said), effectsPage(ask), otherwisePage(ask)],
  fault: (ask, said) => {
    const { effects, edits } = requestSaid(ask, said)
    return edits.length === 0 && Object.keys(effects).length === 0 ? ask.t('projects.fault.nothing-changes') : undefined
  },
  event: (ask, said) => {
    const before = revised(ask)
    const request = requestSaid(ask, said)
    return before
      ? { kind: 'request-revised', request: before.number, said: request }
      : { kind: 'change-requested', said: request }
  },
  summary: (ask, said) => {
    const request = requestSaid(ask, said)
    return [{ title: ask.t('projects.change.title'), value: request.title }, ...requestLines(request, ask)]
  },
  unchanged: () => undefined,
}

const words = (id: string, label: string, isRequired: boolean, longest = LONGEST): Field => ({
  kind: 'words',
  id,
  label,
  longest,
  isLong: longest > LONGEST_TITLE,
  isRequired,
})

const whatPage = ({ t }: FormAsk): Page => ({
  id: 'what',
  title: t('projects.change.page-what'),
  fields: [words('title', t('projects.change.title'), true, LONGEST_TITLE), words('why', t('projects.change.why'), true)],
})

function touchesPage(ask: FormAsk, said: Said): Page {
  const { choices, isCut } = choosable(touchables(ask.project, ask.t), said)
  const intro = ask.t('projects.change.touches-intro')
  return {
    id: 'touches',
    title: ask.t('projects.change.page-touches'),
    intro: isCut ? `${intro} ${ask.t('projects.change.touches-more')}` : intro,
    fields: [{ kind: 'choice', id: 'touches', label: ask.t('projects.change.touches'), isMany: true, choices }],
  }
}

const changePages = (ask: FormAsk, said: Said): Page[] =>
  inPages(
    touched(touchables(ask.project, ask.t), said).flatMap((one) => fieldsOf(one, ask)),
    CHANGES_ON_A_PAGE,
  ).map((fields, at) => ({
    id: `changes-${at + 1}`,
    title: ask.t('projects.change.page-changes'),
    intro: ask.t('projects.change.changes-intro'),
    fields,
  }))

const effectsPage = ({ t }: FormAsk): Page => ({
  id: 'effects',
  title: t('projects.change.page-effects'),
  intro: t('projects.change.effects-intro'),
  fields: AFFECTED.map((one) => words(`effect.${one}`, t(`projects.change.effect-${one}`), false)),
})

const otherwisePage = ({ t }: FormAsk): Page => ({
  id: 'otherwise',
  title: t('projects.change.page-otherwise'),
  fields: [
    words('alternatives', t('projects.change.alternatives'), true),
    words('ifRejected', t('projects.change.if-rejected'), true),
  ],
})

function requestSaid(ask: FormAsk, said: Said): RequestSaid {
  const text = (id: string): string => (said[id] ?? '').trim()
  return {
    title: text('title'),
    why: text('why'),
    effects: Object.fromEntries(AFFECTED.flatMap((one) => (text(`effect.${one}`) ? [[one, text(`effect.${one}`)]] : []))),
    edits: editsSaid(ask, said),
    alternatives: text('alternatives'),
    ifRejected: text('ifRejected'),
  }
}

/** What differs from the plan. Of a request that is revised, what this form has no field for, as a new activity or another name, stays asked for. */
function editsSaid(ask: FormAsk, said: Said): PlanEdit[] {
  const content = ask.project.plan?.content
  if (!content) return []
  const all = touchables(ask.project, ask.t)
  const chosen = touched(all, said)
  const left = all.filter((one) => !chosen.includes(one)).map(({ key }) => key)
  const before = (revised(ask)?.edits ?? []).filter((edit) => !left.includes(`${edit.part}.${itemOf(edit)}`))
  return editsBetween(content, withSaid(edited(content, before), chosen, said))
}

function filledFrom(before: RequestRevision, { project, t }: FormAsk): Said {
  const { title, why, effects, edits, alternatives, ifRejected } = requestOf(before)
  const known = touchables(project, t).map(({ key }) => key)
  return {
    title,
    why,
    alternatives,
    ifRejected,
    touches: edits
      .map((edit) => `${edit.part}.${itemOf(edit)}`)
      .filter((key) => known.includes(key))
      .join(','),
    ...Object.fromEntries(Object.entries(effects).map(([one, text]) => [`effect.${one}`, text])),
    ...Object.fromEntries(edits.flatMap(filledOf)),
  }
}

/** What the dates and amounts of everything that can be touched are now, so that a page is filled in with them. */
export const planSaid = ({ project, t }: FormAsk): Said => Object.assign({}, ...touchables(project, t).map(beginOf)) as Said
