import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { projectFolder } from '../fixtures/content.js'

const read = (file: string): string => readFileSync(join(projectFolder, file), 'utf8')
type Manifest = Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>
const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Manifest

describe('dependencies', () => {
  const reasons = [...read('docs/decisions/0002-dependencies.md').matchAll(/^\| ([^|]+?) +\| [^|]{10,}\|$/gm)].flatMap(
    ([, names]) => (names ?? '').split(', '),
  )

  it.each(
    Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter((name) => !name.startsWith('@types/')),
  )('%s has a reason in the decisions', (name) => {
    expect(reasons).toContain(name)
  })

  it('are exact, and come from no named host', () => {
    for (const version of Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+/)
    expect(read('package-lock.json')).not.toContain('"resolved"')
    expect(read('.npmrc')).toContain('ignore-scripts=true')
  })
})
