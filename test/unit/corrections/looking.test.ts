import { describe, expect, it } from '@jest/globals'
import { changedDays, momentOfDifference } from '../../../bot/domain/corrections/changed-hours.js'
import { stillStandsIn } from '../../../bot/domain/corrections/elsewhere.js'
import { searched } from '../../../bot/domain/corrections/search.js'
import { Hours } from '../../../bot/domain/desk/opening-hours.js'
import { oneLookAtATime } from '../../../bot/store/one-look.js'
import { realContent } from '../../fixtures/content.js'
import { A_WEEK, aContactPoint, aCorrection, AT } from '../../fixtures/corrections.js'

describe('looking for a thing', () => {
  it.each([
    ['08-508 00 508', 'contact/kontaktcenter-stockholm'],
    ['0850800508', 'contact/kontaktcenter-stockholm'],
    ['forskola@stockholm.se', 'contact/kontaktcenter-stockholm'],
    ['aldre direkt', 'contact/aldre-direkt'],
    ['Ansök om förskola', 'services/preschool-apply'],
    ['apply for preschool', 'services/preschool-apply'],
    ['contact-centre', 'queues/contact-centre'],
  ])('finds “%s” first', async (asked, first) => {
    const [found] = searched(await realContent(), asked, 5)
    expect(`${found?.kind}/${found?.thing.id}`).toBe(first)
  })

  it.each(['', '   ', 'xyzzy', '99999'])('finds nothing for “%s” that only looks like something', async (asked) =>
    expect(searched(await realContent(), asked, 5).filter(({ kind }) => kind === 'contact')).toEqual([]),
  )
})

describe('what a correction takes away', () => {
  const others = [
    aContactPoint(),
    aContactPoint({ id: 'other', note: { sv: 'Ring 08-1111111.', en: 'Call.' } }),
    aContactPoint({ id: 'third', phones: ['08-333 33 33'] }),
  ]
  it('is found where it still stands, however it is written', () =>
    expect(stillStandsIn(others, aCorrection(), aCorrection().after).map(({ id }) => id)).toEqual(['other']))

  it('is not looked for when it stays', () =>
    expect(stillStandsIn(others, aCorrection(), { is: 'value', value: ['08-111 11 11', '08-2'] })).toEqual([]))

  it('is not looked for when it is so short that it stands everywhere', () =>
    expect(stillStandsIn(others, aCorrection({ before: { is: 'value', value: ['112'] } }), { is: 'left-out' })).toEqual([]))
})

describe('hours that are corrected', () => {
  const before = Hours.parse({ weekly: A_WEEK })
  // AT is a Monday at eleven in Stockholm.
  it('tell the days that change, and the first moment that it makes a difference', () => {
    const after = { ...before, exceptions: [{ from: '2026-03-03', to: '2026-03-07', open: [{ from: '09:00', to: '16:30' }] }] }
    const days = changedDays(before, after, AT, 14)
    expect(days.map(({ day }) => day)).toEqual(['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07'])
    expect(momentOfDifference(days, AT)).toEqual(new Date('2026-03-03T07:00:00Z'))
  })

  it('tell no moment that has passed', () => {
    const after = { ...before, exceptions: [{ from: '2026-03-02', to: '2026-03-02', open: [{ from: '09:00', to: '12:00' }] }] }
    expect(momentOfDifference(changedDays(before, after, AT, 14), AT)).toEqual(new Date('2026-03-02T11:00:00Z'))
  })

  it('tell nothing when nothing changes', () => expect(changedDays(before, before, AT, 14)).toEqual([]))
})

describe('looking at what is new', () => {
  it('looks once more for whoever asks while it looks, and once for all of them', async () => {
    const begun: (() => void)[] = []
    const look = oneLookAtATime(() => new Promise<void>((done) => void begun.push(done)))
    const first = look()
    const [second, third] = [look(), look()]
    expect(begun).toHaveLength(1)
    begun[0]!()
    await first
    await Promise.resolve()
    expect(begun).toHaveLength(2)
    begun[1]!()
    await Promise.all([second, third])
    expect(begun).toHaveLength(2)
  })
})
