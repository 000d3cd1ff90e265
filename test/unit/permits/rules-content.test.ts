import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { contentFiles } from '../../../bot/store/content-files.js'
import { inWords } from '../../../bot/store/read-content.js'
import { checkRules } from '../../../bot/store/rule-set.js'
import { projectFolder } from '../../fixtures/content.js'

const files = await contentFiles(join(projectFolder, 'content'))

/** The day of the newest check: what is stale or expired then is so whenever the tests are run. `npm run rules:check` goes by the clock. */
const newestCheck = (): string => {
  const days = files.flatMap(({ kind, text }) => (kind === 'permits' ? (/^ {2}checked: '?([\d-]+)/m.exec(text)?.[1] ?? []) : []))
  return days.sort().at(-1) ?? '2026-11-21'
}

describe('the rules of permits', () => {
  it('have no faults', () => {
    expect(checkRules(files, newestCheck()).faults.map(inWords)).toEqual([])
  })
})
