/** Turns a key of locales/ into words. `values` fill the `{{places}}`. */
export type Translate = (key: string, values?: Record<string, string | number>) => string
