import { describe, expect, it } from '@jest/globals'
import { FORMS, fieldsOf, CORRECTABLE_KINDS } from '../../../bot/domain/corrections/fields.js'
import { FAULT_NAMES } from '../../../bot/domain/corrections/faults.js'
import { heldAt } from '../../../bot/domain/corrections/held.js'
import { THINGS } from '../../../bot/domain/corrections/search.js'
import { draftOf, spansIn, wantedBy } from '../../../web/staff/corrections/draft.js'
import { readFileSync } from 'node:fs'
import { projectFolder, realContent } from '../../fixtures/content.js'

describe('a form', () => {
  it('gives back the value that it was filled with, for every field of all the content', async () => {
    const content = await realContent()
    for (const kind of CORRECTABLE_KINDS)
      for (const thing of THINGS[kind](content).values())
        for (const { form, path, schema } of fieldsOf(kind)) {
          const held = heldAt(thing, path)
          const wanted = wantedBy(form, draftOf(form, held))
          expect([kind, thing.id, wanted]).toEqual([kind, thing.id, held])
          if (wanted.is === 'value') expect(schema.safeParse(wanted.value).success).toBe(true)
        }
  })

  it.each([
    ['8-16.30', [{ from: '08:00', to: '16:30' }]],
    [
      '08:00 – 12:00, 13.00—16:00',
      [
        { from: '08:00', to: '12:00' },
        { from: '13:00', to: '16:00' },
      ],
    ],
    ['', []],
    ['always', [{ from: 'always', to: '' }]],
    ['8:5-9', [{ from: '8:5', to: '09:00' }]],
  ])('reads the hours “%s” as people write them', (written, spans) => expect(spansIn(written)).toEqual(spans))
})

describe('words', () => {
  const words = (area: string): Record<string, string> =>
    JSON.parse(readFileSync(`${projectFolder}locales/sv/${area}.json`, 'utf8')) as Record<string, string>

  it('are there for every kind, field, form and fault', () => {
    const page = words('staff-corrections')
    const names = CORRECTABLE_KINDS.flatMap((kind) => [`kind.${kind}`, ...fieldsOf(kind).map(({ field }) => `field.${field}`)])
    expect(names.filter((name) => !page[name])).toEqual([])
    expect(FAULT_NAMES.filter((name) => !words('corrections')[`fault.${name}`])).toEqual([])
    expect(FORMS.length).toBeGreaterThan(0)
  })
})
