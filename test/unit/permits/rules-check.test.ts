import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { projectFolder } from '../../fixtures/content.js'
import { contentFolder, smallRules, smallRulesBut, writeRules, type WrittenRules } from '../../fixtures/small-rules.js'

let folder: string
beforeEach(() => {
  folder = contentFolder()
})
afterEach(() => rmSync(folder, { recursive: true }))

function check(written: WrittenRules, ...options: string[]) {
  writeRules(folder, written)
  const script = join(projectFolder, 'scripts/check-rules.mjs')
  const { status, stdout } = spawnSync(process.execPath, [script, '--content', folder, ...options], {
    cwd: projectFolder,
    encoding: 'utf8',
  })
  return { status, lines: stdout.trimEnd().split('\n') }
}
const place = (file: string) => `${relative(projectFolder, folder)}/${file}`

/** The check goes by the clock, and the small rules were checked on a day that will be long ago. */
const checkedToday = (written: WrittenRules): WrittenRules => {
  const today = new Date().toISOString().slice(0, 10)
  for (const { rule } of Object.values(written.permits)) rule.checked = today
  return written
}

describe('npm run rules:check', () => {
  it('says so when there is nothing wrong', () => {
    const { status, lines } = check(checkedToday({ ...smallRules() }))
    expect([status, lines]).toEqual([0, ['No faults in 7 permits, 5 facts and 2 kinds of business.']])
  })

  it('tells every fault with its line and fails, also for a fault that does not keep the rules from being used', () => {
    const written = checkedToday(
      smallRulesBut((rules) => {
        rules.permits['alcohol-licence'].rule.before.decision = ['knowledge-tset']
        rules['permit-questions'].serving.facts[0].ask.en = ' '
      }),
    )
    const { status, lines } = check(written)
    expect(status).toBe(1)
    expect(lines).toEqual([
      expect.stringMatching(/permits\/alcohol-licence\.yaml:\d+: rule\.before\.decision\.0$/),
      '    the permit "knowledge-tset" does not exist  [unknown-permit]',
      expect.stringMatching(/permit-questions\/serving\.yaml:\d+: facts\.0\.ask\.en$/),
      '    nothing is written in "en"  [words, does not stop it]',
      '',
      '2 faults in 2 files; 1 would keep the rules from being used.',
    ])
    expect(lines[0]).toContain(place('permits/alcohol-licence.yaml'))
  })

  it('tells every file that cannot be read', () => {
    const written = smallRulesBut((rules) => {
      rules.permits['alcohol-licence'].rule.opening = 'perhaps'
      delete rules.permits['cleaning-duty'].rule.checked
    })
    const { status, lines } = check(written)
    expect([status, lines.at(-1)]).toEqual([1, '2 faults in 2 files; 2 would keep the rules from being used.'])
  })

  it('writes the rules as text for a reader who does not program', () => {
    const { status, lines } = check(smallRules(), '--review', 'gathering-permit', 'alcohol-licence')
    expect(status).toBe(0)
    expect(lines.slice(1)).toEqual([
      'alcohol-licence på svenska  (permits/alcohol-licence.yaml)',
      '----------------------------------------',
      'Slag:             permit',
      'Vem beslutar:     Nämnden på svenska',
      'Behövs när:',
      '  allt det här stämmer:',
      '  - Ja serves-alcohol på svenska',
      '  - Det är always på svenska',
      'Säkert:           enligt lag',
      'Före ansökan:     food-registration på svenska',
      'Före beslutet:    knowledge-test på svenska',
      'Handläggning:     8–12 veckor',
      'Vid öppningen:    ska vara beslutat',
      'Kontrollerad:     2026-10-01',
      '',
      'gathering-permit på svenska  (permits/gathering-permit.yaml)',
      '----------------------------------------',
      'Slag:             permit',
      'Vem beslutar:     Nämnden på svenska',
      'Behövs när:',
      '  något av det här stämmer:',
      '  - Det är in-a-street på svenska',
      '  - Fråga om guests på svenska minst 150 personer på svenska',
      'Säkert:           enligt lag',
      'Vid öppningen:    ska vara beslutat',
      'Avgift:           300 kr en gång (2026), när',
      '  Fråga om guests på svenska under 500 personer på svenska',
      'Avgift:           900 kr en gång (2026), när',
      '  Fråga om guests på svenska minst 500 personer på svenska',
      'Kontrollerad:     2026-10-01',
    ])
  })
})
