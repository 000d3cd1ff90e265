import { z } from 'zod'
import { formOf, FORM_KINDS } from '../../cards/projects/forms/forms.js'
import { doneCard } from '../../cards/projects/done-card.js'
import { projectCard } from '../../cards/projects/project-card.js'
import { refusalText } from '../../cards/projects/refusal-text.js'
import type { FormAsk, FormKind } from '../../cards/projects/forms/form.js'
import { ProjectEvent } from '../../domain/projects/events.js'
import { mayDo } from '../../domain/projects/permissions.js'
import type { ProjectRow } from '../../domain/projects/ports.js'
import { peopleOf } from '../../domain/projects/project.js'
import { personSkill } from '../../turn/staff-skill.js'
import type { Inbound } from '../../turn/turn.js'
import { askingOf } from './asking.js'
import { aboutIs, NO_SUCH } from './form-about.js'
import { formStep } from './form-flow.js'
import { FormPress } from './form-press.js'
import type { Asking, ProjectsNeeds } from './needs.js'
import { formAskOf, startedIn } from './start.js'
import { tell, type Told } from './told.js'

const Id = z.string().min(1).max(100)
const Change = z.object({
  days: z.number().int().min(-3650).max(3650).optional(),
  on: z
    .object({
      year: z.number().int().min(2000).max(2099).optional(),
      month: z.number().int().min(1).max(12),
      day: z.number().int().min(1).max(31),
    })
    .optional(),
  kronor: z.number().int().min(-1e10).max(1e10).optional(),
  about: z.array(z.string().max(100)).max(50),
  words: z.string().max(2000),
})
const Press = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('project.start'), form: z.enum(FORM_KINDS), project: Id, change: Change.optional() }),
  z.object({ verb: z.literal('project.show'), project: Id }),
  z.object({ verb: z.literal('project.nothing'), form: z.enum(FORM_KINDS), project: Id, about: z.string().max(40).default('') }),
])
type Press = z.infer<typeof Press>
type Asked = { kind: 'form'; press: FormPress } | { kind: 'other'; press: Press }

/** Buttons of projects in a chat: a form's pages where there are no dialogs, "nothing has changed", a project's card. */
export const pressProjects = (needs: ProjectsNeeds) =>
  personSkill<Asked, Told>({
    name: 'press-projects',
    ask({ said }) {
      if (said.kind !== 'press') return undefined
      const form = FormPress.safeParse(said.press).data
      if (form) return { kind: 'form', press: form }
      const press = Press.safeParse(said.press).data
      return press && { kind: 'other', press }
    },
    async act(who, asked, inbound) {
      const asking = await askingOf(needs, who, 'card', inbound.locale)
      const told = asked.kind === 'form' ? await inChat(asking, asked.press) : await pressed(asking, asked.press, inbound)
      return { language: asking.language, isInvoke: inbound.inResponse, ...told }
    },
    answer: tell,
  })

type Said = Pick<Told, 'text' | 'card'>

export const keyOf = ({ key, id }: Pick<Inbound, 'key' | 'id'>): string => `${key.conversation}|${id}`

async function inChat(asking: Asking, press: FormPress): Promise<Said> {
  const shown = await formStep(asking, { press, isDialog: false })
  if (shown.kind === 'page') return { text: '', card: shown.card }
  const row = await asking.needs.projects.row(press.project, asking.by)
  return row ? done(asking, row, press.form, shown.text) : { text: shown.text }
}

/** What is over leaves nothing to press on: its card gives way to what came of it. */
const done = ({ needs, language, t }: Asking, { project }: ProjectRow, kind: FormKind, text: string): Said => ({
  text: '',
  card: doneCard(needs.fill, { project, kind, text, language, t, link: needs.link(project.id) }),
})

async function pressed(asking: Asking, press: Press, inbound: Inbound): Promise<Said> {
  const { needs, by, t, language } = asking
  const row = await needs.projects.row(press.project, by, press.verb === 'project.show' ? 'card' : undefined)
  if (!row) return { text: t('projects.gone') }
  if (press.verb === 'project.start') return startedIn(asking, row, press)
  if (press.verb === 'project.nothing') return nothingNew(asking, row, press, inbound)
  const { project } = row
  return { text: '', card: projectCard(needs.fill, { project, by, language, t, link: needs.link(project.id) }) }
}

type Nothing = Extract<Press, { verb: 'project.nothing' }>

/** As last time, in one press; of a change that is none, whatever had been drafted is gone. */
async function nothingNew(asking: Asking, row: ProjectRow, press: Nothing, inbound: Inbound): Promise<Said> {
  const { needs, by, t } = asking
  const { form, about } = press
  const { project } = row
  if (!mayDo(peopleOf(project), by, formOf(form).may)) return { text: t(`projects.not-yours.${form}`) }
  if (aboutIs(project, press) === 'wrong') return { text: t(`project-refused.${NO_SUCH[form]}`) }
  const ask = formAskOf(asking, project, form, about)
  if (form !== 'change-request') return sentAsLastTime(asking, row, ask, form, inbound)
  await needs.projects.dropDraft({ project: project.id, kind: form, about: ask.about }, by)
  return done(asking, row, form, t('projects.sent.no-change'))
}

async function sentAsLastTime(
  asking: Asking,
  row: ProjectRow,
  ask: FormAsk,
  form: Exclude<FormKind, 'change-request'>,
  inbound: Inbound,
): Promise<Said> {
  const { needs, by, t } = asking
  const { project, about } = ask
  const event = ProjectEvent.safeParse(formOf(form).unchanged(ask)).data
  if (!event) return { text: t(`projects.none.${form}`) }
  const acted = await needs.projects.act({ project: project.id, event, by, key: keyOf(inbound) })
  if (acted.kind === 'gone') return { text: t('projects.gone') }
  if (acted.kind === 'refused') return { text: refusalText(acted, project, t) }
  await needs.projects.dropDraft({ project: project.id, kind: form, about }, by)
  return done(asking, row, form, t(`projects.sent.${form}`, { number: project.number, name: project.name }))
}
