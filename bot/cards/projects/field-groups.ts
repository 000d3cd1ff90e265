import type { Translate } from '../../i18n/translate.js'
import { plainText } from '../teams/plain-text.js'
import { numberIn, type Field, type Said } from './forms/field.js'

/** What inputs are called, so that nothing that is typed can be taken for a part of the press. */
export const SAID = 'said.'

type Filled = Record<string, unknown>
/** As the template shows them: under the name of what they are about, side by side where two belong together. */
export type FieldGroup = { title?: string; rows: { columns: Filled[] }[] }

/** The fields of a page, filled in with what has been said. */
export function fieldGroups(fields: readonly Field[], said: Said, t: Translate): FieldGroup[] {
  const groups: FieldGroup[] = []
  for (const [at, field] of fields.entries()) {
    const filled = filledIn(field, said[field.id] ?? '', t)
    if (at === 0 || fields[at - 1]?.group !== field.group)
      groups.push({ ...(field.group === undefined ? {} : { title: plainText(field.group) }), rows: [] })
    const rows = groups.at(-1)!.rows
    const row = field.isBeside ? rows.at(-1) : undefined
    if (row) row.columns.push(filled)
    else rows.push({ columns: [filled] })
  }
  return groups
}

function filledIn(field: Field, value: string, t: Translate): Filled {
  const { group: _shownAbove, isBeside: _shownByItsPlace, ...shown } = field
  const label = field.isRequired ? t('projects.form.required', { label: field.label }) : field.label
  return { ...shown, id: `${SAID}${field.id}`, label, ...valueOf(field, value) }
}

function valueOf(field: Field, value: string): Filled {
  switch (field.kind) {
    case 'words':
      return { value: value.slice(0, field.longest) }
    case 'number': {
      const number = numberIn(value)
      return number === undefined ? {} : { value: number }
    }
    case 'day':
      return value === '' ? {} : { value }
    case 'choice': {
      const { isMany = false, isCompact = false } = field
      return { isMany, style: isCompact ? 'compact' : 'expanded', ...(value === '' ? {} : { value }) }
    }
    case 'yes':
      return { value: value === 'true' ? 'true' : 'false' }
  }
}
