/** The words of the staff page in every language, put in when it is built: staff.json and staff-<place>.json of locales/<language>. */
declare const STAFF_WORDS: Record<string, Record<string, string>>

export type Translate = (key: string, values?: Record<string, string | number>) => string

/** BCP 47, the first is what others fall back to. */
export const languages = (): string[] => Object.keys(STAFF_WORDS)

/** Words by key, as `staff.send`. A key that is not there is shown as it is: it is ours to find, not the reader's. */
export const translator =
  (language: string): Translate =>
  (key, values = {}) => {
    const words = STAFF_WORDS[language] ?? {}
    const text = words[key] ?? key
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
  }

/** The language that the reader likes best of those that the desk has. */
export const preferred = (wishes: readonly string[]): string =>
  wishes.map((wish) => languages().find((language) => wish.toLowerCase().startsWith(language))).find(Boolean) ??
  languages()[0] ??
  'sv'
