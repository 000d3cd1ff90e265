import { z } from 'zod'
import type { Said } from '../../cards/projects/forms/field.js'
import { SAID } from '../../cards/projects/field-groups.js'
import { FORM_KINDS } from '../../cards/projects/forms/forms.js'

const LONGEST_SAID = 20_000
const Words = z.string().max(LONGEST_SAID)
const MOST_FIELDS = 2_000

/** A press of a form's button: a stranger's word until parsed. What was typed comes with it, by the names that the card gave its inputs. */
export const FormPress = z
  .looseObject({
    verb: z.literal('project.form'),
    form: z.enum(FORM_KINDS),
    project: z.string().min(1).max(100),
    about: z.string().max(40).default(''),
    page: z.string().max(60).default(''),
    go: z.enum(['begin', 'next', 'back', 'send']).default('begin'),
    filled: z.record(z.string().max(200), Words).optional(),
  })
  .transform(({ form, project, about, page, go, filled, ...rest }) => ({
    form,
    project,
    about,
    page,
    go,
    filled,
    said: saidIn(rest),
  }))
export type FormPress = z.infer<typeof FormPress>

/** Hosts send numbers and switches as texts, most of them. */
function saidIn(rest: Record<string, unknown>): Said {
  const typed = Object.entries(rest)
    .filter(([name]) => name.startsWith(SAID))
    .slice(0, MOST_FIELDS)
  return Object.fromEntries(
    typed.flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[name.slice(SAID.length), String(value).slice(0, LONGEST_SAID)]]
        : [],
    ),
  )
}
