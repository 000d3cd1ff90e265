import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { MOVES } from '../../../bot/domain/desk/hand-off.js'
import { projectFolder } from '../../fixtures/content.js'

const rowOf = (from: string, events: Record<string, readonly string[]>): string =>
  `| ${from} | ${Object.entries(events)
    .map(([event, to]) => `${event} → ${to.join(', ')}`)
    .join('; ')} |`

describe('docs/desk.md', () => {
  it('has the table of moves as it is', () => {
    const document = readFileSync(join(projectFolder, 'docs/desk.md'), 'utf8')
    const rows = document.split('\n').filter((line) => line.includes('→') && line.startsWith('| ') && !line.includes('what may'))
    expect(rows).toEqual(Object.entries(MOVES).map(([from, events]) => rowOf(from, events)))
  })
})
