import { DayText } from '../../../domain/projects/calendar.js'
import type { Translate } from '../../../i18n/translate.js'

type Common = {
  id: string
  label: string
  isRequired?: boolean
  /** What it is about, as a heading above all that follow each other with the same; labels are short below it. */
  group?: string
  /** Stands beside the one before it. */
  isBeside?: boolean
}

/** One thing to fill in. Ids are those of `Said`; words are in the person's language. */
export type Field = Common &
  (
    | { kind: 'words'; longest: number; isLong: boolean; hint?: string }
    | { kind: 'number'; least: number; most: number }
    | { kind: 'day' }
    /** Compact is a list that opens; otherwise all choices are seen. */
    | { kind: 'choice'; choices: readonly FieldChoice[]; isMany?: boolean; isCompact?: boolean }
    | { kind: 'yes'; title: string }
  )
export type FieldChoice = { title: string; value: string }

/** What has been filled in, as the form sends it: texts by the ids of fields. An empty one has been emptied. */
export type Said = Readonly<Record<string, string>>

/** What is wrong with what was filled in, in words; undefined when it can be sent. */
export function faultIn(field: Field, said: Said, t: Translate): string | undefined {
  const value = (said[field.id] ?? '').trim()
  const label = field.group === undefined ? field.label : t('projects.form.in-group', { group: field.group, label: field.label })
  if (value === '') return field.isRequired ? t('projects.fault.missing', { label }) : undefined
  switch (field.kind) {
    case 'words':
      return value.length > field.longest ? t('projects.fault.long', { label, longest: field.longest }) : undefined
    case 'number': {
      const number = numberIn(value)
      const isRight = number !== undefined && number >= field.least && number <= field.most
      return isRight ? undefined : t('projects.fault.number', { label, least: field.least, most: field.most })
    }
    case 'day':
      return DayText.safeParse(value).success ? undefined : t('projects.fault.day', { label })
    case 'choice': {
      const known = field.choices.map((choice) => choice.value)
      const isRight = (field.isMany ? value.split(',') : [value]).every((one) => known.includes(one))
      return isRight ? undefined : t('projects.fault.choice', { label })
    }
    case 'yes':
      return undefined
  }
}

/** A number as people write it: "1 200", "7,5". Undefined when it is none. */
export function numberIn(text: string): number | undefined {
  const written = text.replace(/\s/g, '').replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : undefined
}
