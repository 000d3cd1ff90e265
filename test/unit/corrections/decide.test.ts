import { describe, expect, it } from '@jest/globals'
import { corrected, correctedEntry } from '../../../bot/domain/corrections/apply.js'
import type { Correction } from '../../../bot/domain/corrections/correction.js'
import { auditOf, decide, type Asked, type Wanted } from '../../../bot/domain/corrections/decide.js'
import { fieldsOf } from '../../../bot/domain/corrections/fields.js'
import { undoneBy } from '../../../bot/domain/corrections/standing.js'
import { A_WEEK, aContactPoint, aCorrection, anEntry, asking, AT, corrections, EDITOR } from '../../fixtures/corrections.js'

const by = { by: EDITOR, at: AT, why: 'a test' }
const phones = (...numbers: string[]): Wanted => ({ is: 'value', value: numbers })
const decided = (rows: readonly Correction[], wanted: Wanted, change: Partial<Asked> = {}, entry = aContactPoint()) =>
  decide([entry], rows, { ...asking(entry, rows, wanted, change.field), ...change }, by)
const liveOf = (rows: readonly Correction[], entry = aContactPoint()) => {
  const state = correctedEntry(entry, rows).states.find(({ definition }) => definition.field === 'phones')
  return [state?.standing, state?.live.is === 'value' ? state.live.value : undefined]
}

describe('correcting a field', () => {
  it('says what was live, what the file said, and what is live from now on', () => {
    expect(decided([], phones('  08-222  22 22 '))).toMatchObject({
      correction: { ...aCorrection(), why: 'a test' },
      state: { standing: 'corrected' },
    })
  })

  it('is written down without what was written', () => {
    const audit = auditOf(aCorrection({ version: 3, undoes: 2 }))
    expect(audit).toEqual({
      ...{ at: AT, by: EDITOR, action: 'content.rolled-back', subject: 'contact/desk/phones' },
      detail: { version: 3, undoes: 2 },
    })
  })

  it('needs no correction to say what the file says', () => {
    const rows = corrections(aContactPoint(), phones('08-222 22 22'))
    expect(decided(rows, phones('08-111 11 11'))).toMatchObject({ correction: { version: 2, after: { is: 'file' } } })
  })

  it.each<[string, Wanted, Partial<Asked>, string]>([
    ['what is live already', phones('08-111 11 11'), {}, 'unchanged'],
    ['a field that is not corrected here', phones('08-222 22 22'), { field: 'source' }, 'no-such-thing'],
    ['a thing that is not there', phones('08-222 22 22'), { entry: 'gone' }, 'no-such-thing'],
    ['nothing where there must be something', { is: 'left-out' }, {}, 'cannot-be-left-out'],
    ['a roll-back of what has not been', { is: 'undo', version: 7 }, {}, 'nothing-to-undo'],
    ['keeping what has not been', { is: 'keep' }, {}, 'nothing-to-undo'],
  ])('is refused for %s', (_, wanted, change, why) => expect(decided([], wanted, change)).toMatchObject({ why }))

  it.each<[string, string, unknown, object]>([
    ['a word for a number', 'phones', ['08-1', 'call us'], { fault: 'phone', line: 2 }],
    ['an e-mail without a place', 'email', ['someone'], { fault: 'email', line: 1 }],
    ['an address without a lock', 'web', 'http://desk.example', { fault: 'address' }],
    ['an address that pretends', 'web', 'https://stockholm.se@elsewhere.example', { fault: 'address' }],
    ['an address of no site', 'web', 'https://localhost/a', { fault: 'address' }],
    ['a script', 'web', 'javascript:alert(1)', { fault: 'address' }],
    ['words in one language', 'hours', { sv: 'Vardagar' }, { fault: 'words', language: 'en' }],
    ['a sureness of their own', 'phone_sure', 'very', { fault: 'sureness' }],
  ])('is refused for %s, with where', (_, field, value, fault) =>
    expect(decided([], { is: 'value', value }, { field })).toEqual({ why: 'unreadable', fault }),
  )

  const span = (from: string, to: string) => ({ from, to })
  it.each<[string, string, unknown, object]>([
    ['no day at all', 'weekly', Object.fromEntries(Object.keys(A_WEEK).map((day) => [day, []])), { fault: 'never-open' }],
    ['the wrong way round', 'weekly', { ...A_WEEK, monday: [span('16:00', '08:00')] }, { fault: 'ends-before', day: 'monday' }],
    ['no time of day', 'weekly', { ...A_WEEK, friday: [span('8', '16:00')] }, { fault: 'time', day: 'friday' }],
    [
      'overlapping',
      'weekly',
      { ...A_WEEK, friday: [span('08:00', '12:00'), span('11:00', '13:00')] },
      { fault: 'overlap', day: 'friday' },
    ],
    ['on a date that is none', 'exceptions', [{ from: '2026-02-30', to: '2026-03-01', open: [] }], { fault: 'date', line: 1 }],
    [
      'on days the wrong way round',
      'exceptions',
      [{ from: '2026-03-02', to: '2026-03-01', open: [] }],
      { fault: 'ends-before-day', line: 1 },
    ],
    [
      'of an exception',
      'exceptions',
      [{ from: '2026-03-02', to: '2026-03-02', open: [span('9', '10')] }],
      { fault: 'time', line: 1 },
    ],
  ])('is refused for hours %s, with the day', (_, field, value, fault) => {
    const definition = fieldsOf('queues').find((one) => one.field === field)!
    const entry = anEntry('queues', aQueue())
    const asked = asking(entry, [], { is: 'value', value }, field, [...definition.path])
    expect(decide([entry], [], asked, by)).toEqual({ why: 'unreadable', fault })
  })
})

describe('two editors at once', () => {
  it('tells the second what stands now', () => {
    const rows = corrections(aContactPoint(), phones('08-222 22 22'))
    const seen = asking(aContactPoint(), [], phones('x')).seen
    expect(decided(rows, phones('08-333 33 33'), { seen })).toMatchObject({
      why: 'changed-meanwhile',
      state: { standing: 'corrected', live: { value: ['08-222 22 22'] } },
    })
  })

  it('tells whoever saw another file', () => {
    const seen = asking(aContactPoint({ phones: ['08-999 99 99'] }), [], phones('x')).seen
    expect(decided([], phones('08-333 33 33'), { seen })).toMatchObject({ why: 'changed-meanwhile' })
  })
})

describe('rolling back', () => {
  const rows = corrections(aContactPoint(), phones('08-222 22 22'), phones('08-333 33 33'), phones('08-444 44 44'))

  it.each([
    [1, 'file', ['08-111 11 11']],
    [2, 'corrected', ['08-222 22 22']],
    [3, 'corrected', ['08-333 33 33']],
  ])('before correction %i leaves what was there before it', (version, standing, value) => {
    const found = decided(rows, { is: 'undo', version })
    if ('why' in found) throw new Error(found.why)
    expect(found.correction).toMatchObject({ version: 4, undoes: version })
    expect(liveOf([...rows, found.correction])).toEqual([standing, value])
  })

  it('is itself rolled back', () => {
    const back = corrections(aContactPoint(), phones('08-222 22 22'), { is: 'undo', version: 1 }, { is: 'undo', version: 2 })
    expect(liveOf(back)).toEqual(['corrected', ['08-222 22 22']])
  })

  it('is known of everything that it undid, and of nothing else', () => {
    const history = corrections(
      aContactPoint(),
      phones('08-2'),
      phones('08-3'),
      phones('08-4'),
      { is: 'undo', version: 2 },
      phones('08-5'),
    )
    const undone = history.map(({ version }) => undoneBy({ history }, version)?.version)
    expect(undone).toEqual([undefined, 4, 4, undefined, undefined])
  })
})

describe('a new file', () => {
  const rows = corrections(aContactPoint(), phones('08-222 22 22'))

  it('that says what it said leaves the correction live', () =>
    expect(liveOf(rows, aContactPoint({ note: { sv: 'Ny', en: 'New' } }))).toEqual(['corrected', ['08-222 22 22']]))

  it('that says what was corrected is all there is', () =>
    expect(liveOf(rows, aContactPoint({ phones: ['08-222 22 22'] }))).toEqual(['file-says-so', ['08-222 22 22']]))

  const changed = aContactPoint({ phones: ['08-555 55 55'] })
  it('that says something else is live until somebody decides', () =>
    expect(liveOf(rows, changed)).toEqual(['file-changed', ['08-555 55 55']]))

  it.each<[string, Wanted, unknown[]]>([
    ['kept', { is: 'keep' }, ['corrected', ['08-222 22 22']]],
    ['dropped', { is: 'file' }, ['file', ['08-555 55 55']]],
  ])('and the correction is then %s', (_, wanted, live) => {
    const found = decided(rows, wanted, {}, changed)
    if ('why' in found) throw new Error(found.why)
    expect(liveOf([...rows, found.correction], changed)).toEqual(live)
  })
})

describe('the whole content', () => {
  it('has another version with a correction, and the same entries where nothing is corrected', () => {
    const other = aContactPoint({ id: 'other' })
    const { entries, states } = corrected([aContactPoint(), other], [aCorrection()])
    expect(entries[1]).toBe(other)
    expect(entries[0]).toMatchObject({ value: { phones: ['08-222 22 22'], name: { sv: 'Disken' } } })
    expect(entries[0]?.entry.hash).not.toBe('first')
    expect([...states.keys()]).toEqual(['contact/desk/phones'])
  })

  it('goes on with the file where a correction does not fit any more', () => {
    const row = aCorrection({ after: { is: 'value', value: ['call us'] } })
    const { entries, states } = corrected([aContactPoint()], [row])
    expect(entries[0]).toMatchObject({ value: { phones: ['08-111 11 11'] } })
    expect(states.get('contact/desk/phones')?.standing).toBe('does-not-fit')
  })

  it('leaves out what is left out', () => {
    const row = aCorrection({ field: 'web', base: { is: 'value', value: 'https://desk.example' }, after: { is: 'left-out' } })
    expect(corrected([aContactPoint()], [row]).entries[0]?.value).not.toHaveProperty('web')
  })
})

function aQueue(): Record<string, unknown> {
  return {
    ...{ id: 'queue', name: { sv: 'Kön', en: 'The queue' }, hours: { weekly: A_WEEK }, overflow: [], contacts: ['desk'] },
    ...{ topicForMinutes: 5, languageForMinutes: 10, longWaitMinutes: 20, owner: 'owner@stockholm.example' },
    ...{ promiseMinutes: { 'answer-here': 60, 'call-back': 240, 'e-mail': 480 }, phone: 'desk', letter: 'desk' },
    source: { hours: 'a test', weak: true },
  }
}
