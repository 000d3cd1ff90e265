import type { KeptDraft } from '../ways.js'

// A dialog in Teams keeps drafts of its own shape under the same name: neither may read the other's as its own.
const FORM = 'tab'
// Rises when what a form keeps gets another shape: what was kept in the old one is left alone.
const SHAPE = 1
type AnyDraft = { said: Readonly<Record<string, unknown>> } | null | undefined

/** What was kept by this form; undefined when there is nothing, or it was begun in Teams. */
export const keptIn = (draft: AnyDraft): object | undefined =>
  draft?.said.form === FORM && draft.said.shape === SHAPE ? draft.said : undefined
/** Where a draft that was there when the form opened was begun. */
export type Found = 'here' | 'in-teams'
export const foundIn = (draft: AnyDraft): Found | undefined => (draft ? (keptIn(draft) ? 'here' : 'in-teams') : undefined)
/** As it is kept. */
export const draftOf = (said: object, page: number): KeptDraft => ({ said: { ...said, form: FORM, shape: SHAPE }, page })
