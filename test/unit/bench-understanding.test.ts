import { describe, expect, it } from '@jest/globals'
import { once } from '../../bench/understanding/engine.js'
import { judge } from '../../bench/understanding/judge.js'
import { lanesOf } from '../../bench/understanding/lanes.js'
import { rowsOf } from '../../bench/understanding/separated.js'
import { sectionTable } from '../../bench/understanding/sections.js'
import { variants } from '../../bench/understanding/variants.js'

const ranked = (...ids: string[]) => ({ ranked: ids.map((id, at) => ({ id, score: 1 - at / 10 })) })

describe('where the first right answer stood', () => {
  it.each([
    [['a', 'b', 'c'], ['a'], 1],
    [['a', 'b', 'c'], ['c', 'b'], 2],
    [['a', 'b', 'c'], ['d'], undefined],
    [['a', 'b', 'c', 'd', 'e', 'f'], ['f'], undefined],
  ])('among %j, with %j right, is %p', (ids, expected, place) => {
    expect(judge(ranked(...ids), expected).place).toBe(place)
  })

  it('counts each permit that a kind of business usually needs, in order, and none twice', () => {
    const answersOf = (thing: string) => (thing === 'café' ? ['food', 'seats', 'sign'] : [thing])
    const placeOf = (right: string) => judge(ranked('café', 'seats', 'grave'), [right], answersOf).place
    expect(['food', 'seats', 'sign', 'grave'].map(placeOf)).toEqual([1, 2, 3, 4])
  })

  it('comes with the confidence that is told, or the score of the first, or none', () => {
    expect(judge({ ...ranked('a'), confidence: 0.4 }, []).confidence).toBe(0.4)
    expect(judge(ranked('a'), []).confidence).toBe(1)
    expect(judge({ ranked: [{ id: 'a' }] }, []).confidence).toBeUndefined()
  })

  it('leaves no confidence at all in finding nothing', () => {
    expect(judge({ ranked: [] }, []).confidence).toBe(0)
  })
})

describe('what was found', () => {
  it('is each thing once, at its best place', () => {
    expect(once([{ id: 'a' }, { id: 'b' }, { id: 'a' }, { id: 'c' }]).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })
})

describe('separated values', () => {
  it('may hold commas, quotes and line breaks between quotes', () => {
    const text = 'sentence,label\r\n"one, two",A\r\n"say ""hi""\nthere",B\r\nplain,C\r\n'
    expect(rowsOf(text, ',')).toEqual([
      { sentence: 'one, two', label: 'A' },
      { sentence: 'say "hi"\nthere', label: 'B' },
      { sentence: 'plain', label: 'C' },
    ])
  })

  it('keep empty ones in their columns', () => {
    expect(rowsOf('a,b,c\n1,,3\n,2,', ',')).toEqual([
      { a: '1', b: '', c: '3' },
      { a: '', b: '2', c: '' },
    ])
  })

  it('take quotes for what they are between tabs', () => {
    expect(rowsOf('lang\tquery\nsv\t"hej", sa hon\n', '\t')).toEqual([{ lang: 'sv', query: '"hej", sa hon' }])
  })
})

describe('other ways of writing the same', () => {
  it('change nothing but how it looks', () => {
    const written = Object.fromEntries(Object.entries(variants).map(([name, way]) => [name, way('Får jag bo på Ön?')]))
    expect(written).toEqual({
      'upper case': 'FÅR JAG BO PÅ ÖN?',
      'lower case': 'får jag bo på ön?',
      'extra spaces': '  Får   jag   bo   på   Ön? ',
      'missing åäö': 'Far jag bo pa On?',
      emoji: 'Får jag bo på Ön? 🙏🏽🙂',
    })
  })
})

describe('lanes', () => {
  it('hold as many as they are, and let the next in when one is done', async () => {
    const inLane = lanesOf(2)
    const ends: (() => void)[] = []
    const begun: string[] = []
    const work = (name: string) =>
      inLane(async () => {
        begun.push(name)
        await new Promise<void>((end) => ends.push(end))
        return name
      })
    const all = Promise.all(['a', 'b', 'c'].map(work))
    expect(begun).toEqual(['a', 'b'])
    ends.shift()!()
    // The next one enters when the first has left, some promises later.
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    expect(begun).toEqual(['a', 'b', 'c'])
    ends.forEach((end) => end())
    expect(await all).toEqual(['a', 'b', 'c'])
  })

  it('are free again after something failed', async () => {
    const inLane = lanesOf(1)
    await expect(inLane(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await inLane(async () => 'next')).toBe('next')
  })
})

describe('a table of sections', () => {
  it('has the same columns in all of them', () => {
    const sections = [
      { title: 'First', rows: [['one', '1']] },
      { title: 'Second', rows: [['another', '22']] },
    ]
    expect(sectionTable(['', 'us'], sections).split('\n')).toEqual([
      '          us',
      '',
      'First',
      'one        1',
      '',
      'Second',
      'another   22',
    ])
  })
})
