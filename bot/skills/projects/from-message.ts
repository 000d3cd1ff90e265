import { z } from 'zod'
import { ADAPTIVE_CARD } from '../../cards/card-type.js'
import { chooseCard } from '../../cards/projects/choose-card.js'
import { SAID } from '../../cards/projects/field-groups.js'
import type { Said } from '../../cards/projects/forms/field.js'
import { FORM_KINDS, formOf } from '../../cards/projects/forms/forms.js'
import { mayDo } from '../../domain/projects/permissions.js'
import { peopleOf, type Project } from '../../domain/projects/project.js'
import { whyNot } from '../../domain/projects/step.js'
import type { Invoke } from '../../turn/invokes.js'
import { visibleText } from '../../understanding/normalise.js'
import { maskDeep } from '../../understanding/personal-data.js'
import { changeIn } from '../../understanding/project-change.js'
import { dialogBody } from './dialog.js'
import { filledFrom } from './filled-from.js'
import { formStep } from './form-flow.js'
import { FormPress } from './form-press.js'
import type { Asking } from './needs.js'
import { EVENT_OF, formAskOf } from './start.js'

/** The command's name in the manifest. */
export const START_REPORT = 'startReport'

const MOST_PROJECTS = 20
const LONGEST = 1_000

const Fetch = z.object({
  commandId: z.literal(START_REPORT),
  messagePayload: z
    .object({
      body: z
        .object({ content: z.string().max(100_000) })
        .nullish()
        .catch(undefined),
    })
    .nullish()
    .catch(undefined),
})
const Chosen = z.object({
  verb: z.literal('project.choose'),
  words: z.string().max(LONGEST).default(''),
  [`${SAID}what`]: z.string().max(200).default(''),
})
const Submit = z.object({ commandId: z.literal(START_REPORT), data: z.unknown() })

/** "Start a report" on a message: which project and which form, with the message's words to begin with. */
export async function beginFromMessage(asking: Asking, { value }: Invoke): Promise<object | undefined> {
  const fetch = Fetch.safeParse(value).data
  return fetch && choose(asking, wordsIn(fetch.messagePayload?.body?.content ?? ''), undefined)
}

/** The choice, and each page of the form after it. */
export async function extensionSubmit(asking: Asking, invoke: Invoke): Promise<object | undefined> {
  const data = Submit.safeParse(invoke.value).data?.data
  const press = FormPress.safeParse(data).data
  if (press) return dialogBody(await formStep(asking, { press, isDialog: true }))
  const chosen = Chosen.safeParse(data).data
  return chosen && begin(asking, chosen)
}

async function begin(asking: Asking, chosen: z.infer<typeof Chosen>): Promise<object> {
  const what = chosen[`${SAID}what`] ?? ''
  const at = what.indexOf(' ')
  const form = FORM_KINDS.find((kind) => kind === what.slice(0, at))
  const row = form && (await asking.needs.projects.row(what.slice(at + 1), asking.by))
  if (!form || !row) return choose(asking, chosen.words, asking.t('projects.fault.choose'))
  const filled = filledIn(asking, row.project, form, chosen.words)
  const press = FormPress.parse({ verb: 'project.form', form, project: row.project.id, go: 'begin', filled })
  return dialogBody(await formStep(asking, { press, isDialog: true }))
}

/** Where the words of a message belong: why a change is needed, or what the report is about. */
function filledIn(asking: Asking, project: Project, form: (typeof FORM_KINDS)[number], words: string): Said {
  if (words === '') return {}
  const ask = formAskOf(asking, project, form)
  if (form === 'progress-report') return { wanted: words }
  if (form === 'change-request') {
    const change = changeIn(words)
    return change ? filledFrom({ ...change, words }, ask) : { why: words }
  }
  const first = Object.keys(formOf(form).begin(ask) ?? {}).find((id) => id.startsWith('spent.'))
  return first ? { [first.replace('spent.', 'problem.')]: words } : {}
}

async function choose(asking: Asking, words: string, problem: string | undefined): Promise<object> {
  const { needs, by, language, t } = asking
  const mine = (await needs.projects.mine(by)).projects.filter(({ endedOn }) => endedOn === undefined)
  const rows = await Promise.all(mine.slice(0, MOST_PROJECTS).map(({ id }) => needs.projects.row(id, by)))
  const choices = rows.flatMap((row) => (row ? choicesIn(asking, row.project) : []))
  if (choices.length === 0) return { task: { type: 'message', value: t('projects.find.nothing-to-start') } }
  const title = t('projects.find.start')
  const content = chooseCard(needs.fill, { language, t, title, words, choices, problem })
  return {
    task: {
      type: 'continue',
      value: { title, width: 'medium', height: 'medium', card: { contentType: ADAPTIVE_CARD, content } },
    },
  }
}

const choicesIn = ({ by, t }: Asking, project: Project): { title: string; value: string }[] =>
  FORM_KINDS.filter(
    (kind) => mayDo(peopleOf(project), by, formOf(kind).may) && !whyNot(project, { kind: EVENT_OF[kind] }, by),
  ).map((kind) => ({
    title: `${t(`projects.form-name.${kind}`)}: ${project.number} ${project.name}`,
    value: `${kind} ${project.id}`,
  }))

const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', amp: '&' }

/** What Teams sends as HTML, as words, without numbers of people. */
function wordsIn(html: string): string {
  const text = html
    .replace(/<(br|\/p|\/div|\/li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(nbsp|lt|gt|quot|amp);/g, (_, name: string) => ENTITIES[name] ?? ' ')
  return (maskDeep(visibleText(text)).value as string).slice(0, LONGEST)
}
