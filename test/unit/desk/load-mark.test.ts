import { randomUUID } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { markOf } from '../../../bench/desk/mark.js'
import { maskPersonalData } from '../../../bot/understanding/personal-data.js'

const marks = Array.from({ length: 5000 }, (_, count) => `fråga ${markOf(count * 7919)}`)

describe('the word that a line is known again by when the desk is measured', () => {
  it('is never the same twice', () => {
    expect(new Set(marks).size).toBe(marks.length)
  })
  it('is stored as it was said: nothing in it looks like a number of somebody', () => {
    expect(marks.filter((text) => maskPersonalData(text).text !== text)).toEqual([])
  })
  it('is not a random id: some of those look like telephone numbers, and a line that is masked seems lost', () => {
    const ids = Array.from({ length: 5000 }, () => `fråga ${randomUUID()}`)
    expect(ids.some((text) => maskPersonalData(text).text !== text)).toBe(true)
  })
})
