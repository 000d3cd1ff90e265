import { changeForm, planSaid } from './change-form.js'
import type { Said } from './field.js'
import type { Form, FormAsk, FormKind } from './form.js'
import { progressForm } from './progress-form.js'
import { statusForm } from './status-form.js'

export const FORM_KINDS = ['status-report', 'progress-report', 'change-request'] as const satisfies readonly FormKind[]

const FORMS: Record<FormKind, Form> = {
  'status-report': statusForm,
  'progress-report': progressForm,
  'change-request': changeForm,
}
export const formOf = (kind: FormKind): Form => FORMS[kind]

/** What a field shows: what has been said, even if that is nothing; otherwise what the plan says. */
export const shownSaid = (kind: FormKind, ask: FormAsk, said: Said): Said =>
  kind === 'change-request' ? { ...planSaid(ask), ...said } : said
