import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { refusalText } from '../../../bot/cards/projects/refusal-text.js'
import { refused } from '../../../bot/channels/staff/projects/answered.js'
import { PLAN_FAULTS } from '../../../bot/domain/projects/plan-faults.js'
import { ROSTER_FAULTS } from '../../../bot/domain/projects/roles.js'
import { REASONS } from '../../../bot/domain/projects/stepped.js'
import { loadWords } from '../../../bot/i18n/load-words.js'
import { translator } from '../../../bot/i18n/words.js'
import { projectFolder } from '../../fixtures/content.js'
import { running } from '../../fixtures/project.js'

const LANGUAGES = ['sv', 'en'] as const
const words = translator(loadWords(join(projectFolder, 'locales'), LANGUAGES))
const { project } = running()

describe.each(LANGUAGES)('why something was not done, in %s', (language) => {
  const t = words(language)

  it.each(REASONS)('has words for %s', (why) => {
    expect(refusalText({ why }, project, t)).toMatch(/^\p{Lu}.*\.$/u)
  })

  it('says what is wrong with the roles, one by one', () => {
    const text = refusalText({ why: 'roster-faulty', about: { roster: ROSTER_FAULTS } }, project, t)
    for (const fault of ROSTER_FAULTS.slice(0, 5)) expect(text).toContain(t(`project-refused.roster-${fault}`))
    expect(text).toContain(t('project-refused.more', { count: ROSTER_FAULTS.length - 5 }))
  })

  it.each(PLAN_FAULTS)('names what in the plan is wrong by %s', (fault) => {
    const about = { faults: [{ fault, part: 'milestones' as const, id: 'procured' }] }
    const text = refusalText({ why: 'plan-faulty', about }, project, t)
    expect(text).toBe(`${t('project-refused.plan-faulty')} ${t(`project-refused.fault-${fault}`, { name: 'Procured' })}`)
  })

  it('names documents and criteria by their words, and the point that is next', () => {
    const missing = refusalText({ why: 'basis-missing', about: { missing: ['project-plan', 'progress-report'] } }, project, t)
    expect(missing).toContain(t('projects.document.project-plan'))
    expect(missing).not.toContain('progress-report')
    const unmet = refusalText({ why: 'criteria-not-met', about: { criteria: ['users-trained'] } }, project, t)
    expect(unmet).toContain(t('projects.criterion.users-trained'))
    expect(refusalText({ why: 'not-next', about: { point: 'B2' } }, project, t)).toContain('B2')
  })

  it('is the same over HTTP, where names are not known', () => {
    const about = { roster: ['no-chair' as const] }
    const { status, body } = refused({ needs: { translate: words } as never, language }, 'roster-faulty', { about })
    expect([status, body]).toEqual([
      409,
      { error: { code: 'roster-faulty', message: refusalText({ why: 'roster-faulty', about }, {}, t), about } },
    ])
  })
})
