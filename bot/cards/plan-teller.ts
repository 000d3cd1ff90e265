import type { Content } from '../domain/content/content.js'
import type { InEveryLanguage } from '../domain/language.js'
import type { Rules } from '../domain/permits/rules.js'
import type { Translate } from '../i18n/translate.js'

/** What it takes to tell a plan: the rules, the content around them, and words. */
export type PlanTeller = {
  rules: Rules
  content: Content
  language: string
  t: Translate
  /** What permits were called when the plan was made, for those that are no longer among the rules. */
  names?: Readonly<Record<string, InEveryLanguage>>
}
