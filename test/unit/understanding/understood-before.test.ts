import { describe, expect, it } from '@jest/globals'
import { understoodBefore } from '../../../bot/understanding/understood-before.js'

describe('what was understood before', () => {
  const counting = (atMost: number) => {
    const asked: string[] = []
    const understand = (text: string): string | undefined => {
      asked.push(text)
      return text === '' ? undefined : text.toUpperCase()
    }
    return { asked, understand: understoodBefore(understand, atMost) }
  }

  it('is not worked out again, and is the same', () => {
    const { asked, understand } = counting(2)
    expect(['a', 'a', '', '', 'a'].map((text) => understand(text))).toEqual(['A', 'A', undefined, undefined, 'A'])
    expect(asked).toEqual(['a', ''])
  })

  it('is told apart by what else the meaning hangs on', () => {
    const understand = understoodBefore((text, language) => `${text} ${language}`)
    expect([understand('a', 'sv'), understand('a', 'en'), understand('a', 'sv')]).toEqual(['a sv', 'a en', 'a sv'])
  })

  it('is forgotten when nobody has asked for the longest time', () => {
    const { asked, understand } = counting(2)
    ;['a', 'b', 'a', 'c', 'a', 'b'].forEach((text) => understand(text))
    expect(asked).toEqual(['a', 'b', 'c', 'b'])
  })
})
