import type { ProjectEventSent } from '../../../domain/projects/events.js'
import {
  ASPECTS,
  compiled,
  LIGHTS,
  TRENDS,
  trendSince,
  type Aspect,
  type Light,
  type ProgressSaid,
  type Trend,
} from '../../../domain/projects/progress-report.js'
import { costOf } from '../../../domain/projects/plan.js'
import type { Project } from '../../../domain/projects/project.js'
import { kronorText } from '../money-text.js'
import { numberIn, type Field, type Said } from './field.js'
import { inPages, type Form, type FormAsk, type Page } from './form.js'

const POSTS_ON_A_PAGE = 6
const LONGEST = 8000
const LONGEST_COMMENT = 2000
const LONGEST_WANTED = 2000
const MOST_KRONOR = 10_000_000_000
const ORE = 100

const lightSaid = (said: Said, aspect: Aspect): Light => LIGHTS.find((light) => light === said[`light.${aspect}`]) ?? 'green'

export const progressForm: Form = {
  kind: 'progress-report',
  may: 'progress-report.publish',
  begin: ({ project, t }) => {
    if (!project.plan) return undefined
    const last = project.lastProgress
    return {
      done: doneUntilNow(project, t),
      next: '',
      ...Object.fromEntries(
        ASPECTS.flatMap((aspect) => [
          [`light.${aspect}`, last?.lights[aspect].light ?? 'green'],
          [`comment.${aspect}`, last?.lights[aspect].comment ?? ''],
        ]),
      ),
    }
  },
  pages: (ask, said) => [textPage(ask), lightsPage(ask, said), ...costPages(ask), lastPage(ask)],
  fault: ({ t }, said) => {
    const bare = ASPECTS.filter((aspect) => lightSaid(said, aspect) !== 'green' && !said[`comment.${aspect}`]?.trim())
    const names = bare.map((aspect) => t(`projects.aspect.${aspect}`)).join(', ')
    return bare.length > 0 ? t('projects.fault.comment', { names }) : undefined
  },
  event: (ask, said) => ({ kind: 'progress-published', said: progressSaid(ask, said) }),
  summary: (ask, said) => {
    const { t } = ask
    const { done, next, lights, costs, decisionsWanted, withRisks } = progressSaid(ask, said)
    return [
      { title: t('projects.progress.done'), value: done },
      { title: t('projects.progress.next'), value: next },
      ...ASPECTS.map((aspect) => ({
        title: t(`projects.aspect.${aspect}`),
        value: lightText(lights[aspect], t),
      })),
      ...(costs ?? []).map(({ post, spent, expected }) => ({
        title: postName(ask.project, post),
        value: t('projects.progress.cost-line', {
          spent: kronorText(spent, ask.language),
          expected: kronorText(expected, ask.language),
        }),
      })),
      ...(decisionsWanted ?? []).map((value) => ({ title: t('projects.progress.wanted-one'), value })),
      ...(withRisks ? [{ title: t('projects.progress.risks'), value: t('projects.progress.risks-included') }] : []),
    ]
  },
  unchanged({ project, t }) {
    const last = project.lastProgress
    if (!last) return undefined
    const lights = Object.fromEntries(ASPECTS.map((aspect) => [aspect, { ...last.lights[aspect], trend: 'same' as const }]))
    return {
      kind: 'progress-published',
      said: { done: t('projects.progress.nothing-done'), next: last.next, lights: lights as ProgressSaid['lights'] },
    }
  },
}

/** "Yellow, worse. The supplier." */
const lightText = ({ light, trend, comment }: { light: Light; trend: Trend; comment?: string }, t: FormAsk['t']): string =>
  [`${t(`projects.light.${light}`)}, ${t(`projects.trend.${trend}`)}.`, comment ?? ''].filter((part) => part !== '').join(' ')

/** What members have said is done, which the manager goes on from. */
function doneUntilNow({ statusReports, plan }: Project, t: FormAsk['t']): string {
  const { done } = compiled(statusReports)
  const names = (plan?.content.activities ?? []).filter(({ id }) => done.includes(id)).map(({ name }) => name)
  return names.length === 0 ? '' : t('projects.progress.done-names', { names: names.join(', ') })
}

const long = (id: string, label: string, isRequired = false): Field => ({
  kind: 'words',
  id,
  label,
  longest: LONGEST,
  isLong: true,
  isRequired,
})

function textPage({ project, t }: FormAsk): Page {
  const { reports, hours, problems } = compiled(project.statusReports)
  return {
    id: 'text',
    title: t('projects.progress.page-text'),
    intro: t('projects.progress.compiled', { reports, hours, problems: problems.length }),
    fields: [long('done', t('projects.progress.done'), true), long('next', t('projects.progress.next'), true)],
  }
}

const lightsPage = ({ project, t }: FormAsk, said: Said): Page => ({
  id: 'lights',
  title: t('projects.progress.page-lights'),
  intro: t('projects.progress.lights-intro'),
  fields: ASPECTS.flatMap((aspect): Field[] => {
    const group = t(`projects.aspect.${aspect}`)
    const before = project.lastProgress?.lights[aspect].light
    const guess = trendSince(before, lightSaid(said, aspect))
    return [
      {
        kind: 'choice',
        id: `light.${aspect}`,
        label: t('projects.progress.light'),
        group,
        isRequired: true,
        isCompact: true,
        choices: LIGHTS.map((value) => ({ value, title: t(`projects.light.${value}`) })),
      },
      {
        kind: 'choice',
        id: `trend.${aspect}`,
        label: t('projects.progress.trend', { guess: t(`projects.trend.${guess}`) }),
        group,
        isBeside: true,
        isCompact: true,
        choices: TRENDS.map((value) => ({ value, title: t(`projects.trend.${value}`) })),
      },
      {
        kind: 'words',
        id: `comment.${aspect}`,
        label: t('projects.progress.comment'),
        group,
        longest: LONGEST_COMMENT,
        isLong: true,
      },
    ]
  }),
})

const costPages = ({ project, t }: FormAsk): Page[] =>
  inPages(project.plan?.content.budget ?? [], POSTS_ON_A_PAGE).map((posts, at) => ({
    id: `costs-${at + 1}`,
    title: t('projects.progress.page-costs'),
    intro: t('projects.progress.costs-intro'),
    fields: posts.flatMap(({ id, name }): Field[] => [
      { kind: 'number', id: `spent.${id}`, label: t('projects.progress.spent', { name }), least: 0, most: MOST_KRONOR },
      { kind: 'number', id: `expected.${id}`, label: t('projects.progress.expected', { name }), least: 0, most: MOST_KRONOR },
    ]),
  }))

const lastPage = ({ t }: FormAsk): Page => ({
  id: 'wanted',
  title: t('projects.progress.page-wanted'),
  fields: [
    long('wanted', t('projects.progress.wanted')),
    { kind: 'yes', id: 'risks', label: t('projects.progress.risks'), title: t('projects.progress.risks-yes') },
  ],
})

const postName = ({ plan }: Project, post: string): string => plan?.content.budget.find(({ id }) => id === post)?.name ?? post

type Sent = Extract<ProjectEventSent, { kind: 'progress-published' }>['said']

function progressSaid({ project }: FormAsk, said: Said): Sent {
  const text = (id: string): string => (said[id] ?? '').trim()
  const ore = (id: string): number | undefined => {
    const kronor = numberIn(text(id))
    return kronor === undefined ? undefined : Math.round(kronor * ORE)
  }
  // Whoever says only what has been used expects the rest to be as was said or planned, and never less in all than what is used already.
  const costs = (project.plan?.content.budget ?? []).flatMap((one) => {
    const [spent, expected] = [ore(`spent.${one.id}`), ore(`expected.${one.id}`)]
    if (spent === undefined && expected === undefined) return []
    const known = project.costs.find(({ post }) => post === one.id)?.expected ?? costOf(one)
    return [{ post: one.id, spent: spent ?? 0, expected: expected ?? Math.max(known, spent ?? 0) }]
  })
  const lights = ASPECTS.map((aspect) => {
    const light = lightSaid(said, aspect)
    const chosen = TRENDS.find((trend) => trend === said[`trend.${aspect}`])
    const trend = chosen ?? trendSince(project.lastProgress?.lights[aspect].light, light)
    return [aspect, { light, trend, comment: text(`comment.${aspect}`) }]
  })
  return {
    done: text('done'),
    next: text('next'),
    lights: Object.fromEntries(lights) as ProgressSaid['lights'],
    costs,
    decisionsWanted: text('wanted')
      .split('\n')
      .map((line) => line.trim().slice(0, LONGEST_WANTED))
      .filter((line) => line !== ''),
    withRisks: text('risks') === 'true',
  }
}
