import { describe, expect, it } from '@jest/globals'
import { maskDeep } from '../../../bot/understanding/personal-data.js'

describe('the id that a button sends back', () => {
  it('is never taken for a telephone number', () => {
    const press = { verb: 'desk.approve', handOff: '8f50c7fa-0197-4403-a795-39430a1ecd26' }
    expect(maskDeep(press)).toEqual({ value: press, found: {} })
    expect(maskDeep('ring 070-174 06 05').found).toEqual({ phone: 1 })
  })
})
