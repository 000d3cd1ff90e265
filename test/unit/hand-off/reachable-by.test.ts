import { describe, expect, it } from '@jest/globals'
import { emailOf, phoneOf } from '../../../bot/domain/desk/reachable-by.js'

describe('a number to be called on', () => {
  it.each([
    ['070-123 45 67', '0701234567'],
    [' 08 508 00 508 ', '0850800508'],
    ['+47 21 80 21 80', '+4721802180'],
    ['0046 70 123 45 67', '0046701234567'],
  ])('is taken as it is written: %s', (typed, kept) => expect(phoneOf(typed)).toBe(kept))

  it.each(['', '070-12', 'ring mig', '811228-9874', '19811228-9874', '050101-1234', '0701234567890123', '7012345678'])(
    'is not taken: "%s"',
    (typed) => expect(phoneOf(typed)).toBeUndefined(),
  )
})

describe('an address to be written to', () => {
  it('is taken without the spaces around it', () => expect(emailOf(' ada@example.com ')).toBe('ada@example.com'))
  it.each(['', 'ada@', 'ada@example', 'ada example.com'])('is not taken: "%s"', (typed) => expect(emailOf(typed)).toBeUndefined())
})
