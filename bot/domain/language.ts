import { z } from 'zod'

/** The languages that content and locales are written in, as BCP 47 tags. The first one is what we fall back to. */
export const LANGUAGES = ['sv', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The language of content/ to speak with somebody whose interface is in `language` (BCP 47): itself when it is written, otherwise English. */
export const contentLanguage = (language: string): Language => LANGUAGES.find((known) => known === language.split('-')[0]) ?? 'en'

/** The same words in every language of the product. */
export const InEveryLanguage = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) })
export type InEveryLanguage = z.infer<typeof InEveryLanguage>

/** Lists of the same meaning in every language; they need not be equally long. */
export const ListInEveryLanguage = z.strictObject({ sv: z.array(z.string().min(1)), en: z.array(z.string().min(1)) })
export type ListInEveryLanguage = z.infer<typeof ListInEveryLanguage>
