import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { projectFolder, realContent } from '../../fixtures/content.js'
import { closePlans, openPlans } from '../../fixtures/plans-door.js'

afterAll(closePlans)

const document = readFileSync(join(projectFolder, 'docs/permit-plan-api.md'), 'utf8')
const EXAMPLES = [...document.matchAll(/<!-- (ask|told|get)(?: (\S+))? -->\s*```json\n([\s\S]*?)```/g)].map(
  ([, what, more, json]) => ({
    what: what!,
    more,
    json: JSON.parse(json!) as unknown,
  }),
)

/** Whether everything that is shown is in what was told: an ellipsis is any text, and of a list it is enough that each is there. */
function missing(shown: unknown, told: unknown, place = ''): string[] {
  if (shown === '…') return typeof told === 'string' && told !== '' ? [] : [`${place} is no text`]
  if (Array.isArray(shown)) {
    if (!Array.isArray(told)) return [`${place} is no list`]
    if (shown.length === 0) return told.length === 0 ? [] : [`${place} is not empty`]
    return shown.flatMap((one, index) =>
      told.some((other) => missing(one, other).length === 0) ? [] : [`${place}.${index} is not there`],
    )
  }
  if (typeof shown === 'object' && shown !== null) {
    if (typeof told !== 'object' || told === null) return [`${place} is no object`]
    return Object.entries(shown).flatMap(([key, value]) =>
      missing(value, (told as Record<string, unknown>)[key], `${place}.${key}`),
    )
  }
  return shown === told ? [] : [`${place} is ${JSON.stringify(told)}`]
}

describe('docs/permit-plan-api.md', () => {
  it('has examples of all that it tells', () => {
    expect(EXAMPLES.map(({ what }) => what)).toEqual(['ask', 'told', 'ask', 'told', 'get'])
  })

  it.each(EXAMPLES.flatMap((example, index) => (example.what === 'ask' ? [[index]] : [])))(
    'shows what is told to example %i',
    async (index) => {
      const content = await realContent()
      const { ask } = await openPlans({ content: () => content })
      const { json, more } = EXAMPLES[index + 1]!
      const response = await ask(EXAMPLES[index]!.json)
      expect(response.status).toBe(Number(more ?? 200))
      expect(missing(json, await response.json())).toEqual([])
    },
  )

  it('shows what is told of the questions', async () => {
    const content = await realContent()
    const { get } = await openPlans({ content: () => content })
    const { json, more } = EXAMPLES.find(({ what }) => what === 'get')!
    expect(missing(json, await (await get(more!)).json())).toEqual([])
  })
})
