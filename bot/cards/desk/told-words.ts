import type { Translate } from '../../i18n/translate.js'

/** `language` is BCP 47, and that of `t`. */
export type ToldWords = { t: Translate; language: string }
