import { describe, expect, it } from '@jest/globals'
import { RequestSaid } from '../../../bot/domain/projects/change-request.js'
import { PARTS, PlanContent, type Item, type Part } from '../../../bot/domain/projects/plan.js'
import { edited, planDifference, type PlanEdit } from '../../../bot/domain/projects/plan-edits.js'
import { ProgressSaid } from '../../../bot/domain/projects/progress-report.js'
import { StatusSaid } from '../../../bot/domain/projects/status-report.js'
import { costsOf } from '../../../web/staff/projects/forms/costs-of.js'
import { draftOf, foundIn, keptIn } from '../../../web/staff/projects/forms/draft-shape.js'
import { differencesBetween, differencesOf, PART_NAMES, withEdit } from '../../../web/staff/projects/forms/edits.js'
import { itemFrom, newItem, typedOf, yearsFor } from '../../../web/staff/projects/forms/item-form.js'
import { missingIn, progressSaid, type TypedProgress } from '../../../web/staff/projects/forms/progress-typed.js'
import { BLANK, firstGap, missingOn, requestSaid } from '../../../web/staff/projects/forms/request-typed.js'
import { isTooMuch, statusSaid, typedEntry, wrongIn } from '../../../web/staff/projects/forms/status-typed.js'
import { aPlan, EFFECT } from '../../fixtures/project.js'

const content: PlanContent = { ...aPlan(), 'effect-goals': [EFFECT] }
const milestone = content.milestones[0]!
const later: PlanEdit = { part: 'milestones', put: { ...milestone, on: '2027-07-14' } }

describe('a thing of the plan in a form', () => {
  it.each(PART_NAMES)('of %s comes back as it was when nothing has been typed', (part) => {
    for (const item of content[part] as readonly Item[]) {
      const years = yearsFor(content, item)
      expect(itemFrom(part, item, typedOf(part, item, years), years)).toEqual({ item })
    }
  })

  it('has the parts that the plan has', () => {
    expect([...PART_NAMES].sort()).toEqual(Object.keys(PARTS).sort())
  })

  it('reads kronor as people write them, and leaves out a year without any', () => {
    const item = content.budget[0]!
    const years = ['2027', '2028']
    const read = itemFrom(
      'budget',
      item,
      { ...typedOf('budget', item, years), 'amounts 2027': '1 250 000,50', 'amounts 2028': '' },
      years,
    )
    expect(read).toMatchObject({ item: { amounts: { 2027: 1_250_000_50 } } })
  })

  it('says which fields cannot be read', () => {
    const item = content.activities[0]!
    const typed = { ...typedOf('activities', item, []), hours: '7,3', to: 'soon', name: ' ' }
    expect(itemFrom('activities', item, typed, [])).toEqual({ wrong: ['name', 'hours', 'to'] })
  })

  it.each(['goals', 'milestones', 'deliveries', 'budget', 'activities', 'risks'] as const)(
    'of %s can be new, and is then what the plan takes',
    (part: Part) => {
      const item = newItem(part, 'n-1')!
      const years = ['2027']
      const typed = {
        name: 'New',
        measure: 'x',
        on: '2027-05-01',
        from: '2027-05-01',
        to: '2027-05-02',
        hours: '8',
        probability: '2',
        consequence: '3',
        'amounts 2027': '5',
      }
      const read = itemFrom(part, item, typed, years)
      expect('item' in read && PARTS[part].element.safeParse(read.item).success).toBe(true)
    },
  )
})

describe('edits of the plan', () => {
  it('tell the same differences as the domain does', () => {
    const edits: PlanEdit[] = [
      later,
      { part: 'risks', drop: 'late-supplier' },
      { part: 'goals', put: { id: 'new', name: 'New', measure: 'x' } },
    ]
    const after = edited(content, edits)
    const ids = (all: readonly { part: Part; id: string }[]): string[] => all.map(({ part, id }) => `${part} ${id}`).sort()
    expect(ids(differencesOf(content, edits))).toEqual(ids(planDifference(content, after)))
    expect(ids(differencesBetween(content, after))).toEqual(ids(planDifference(content, after)))
    expect(differencesBetween(content, content)).toEqual([])
  })

  it('of the same thing are one, and none when it is as it was again', () => {
    const once = withEdit(content, [], later)
    const twice = withEdit(content, once, { part: 'milestones', put: { ...milestone, on: '2027-08-01' } })
    expect(twice).toEqual([{ part: 'milestones', put: { ...milestone, on: '2027-08-01' } }])
    expect(withEdit(content, twice, { part: 'milestones', put: { ...milestone } })).toEqual([])
  })

  it('are none when what was put in is taken out again', () => {
    const fresh = withEdit(content, [], { part: 'goals', put: { id: 'new', name: 'New', measure: 'x' } })
    expect(withEdit(content, fresh, { part: 'goals', drop: 'new' })).toEqual([])
  })

  it('cost what the posts become', () => {
    const post = { id: 'licences', name: 'Licences', kind: 'external' as const, amounts: { 2027: 1_500_000_00 } }
    expect(costsOf(content, [{ part: 'budget', put: post }])).toBe(500_000_00)
    expect(costsOf(content, [{ part: 'budget', drop: 'own-time' }])).toBe(-50_000_00)
    expect(costsOf(content, [later])).toBe(0)
  })
})

describe('a draft of a form', () => {
  const kept = draftOf({ title: 'Two weeks more' }, 1)
  it('is found again as it was kept', () => {
    expect(kept.page).toBe(1)
    expect(keptIn(kept)).toMatchObject({ title: 'Two weeks more' })
    expect(foundIn(kept)).toBe('here')
  })
  it('that was begun in Teams, or kept in another shape, is not read, and is told of', () => {
    const inTeams = { said: { title: 'In a dialog' } }
    const older = { said: { ...kept.said, shape: 0 } }
    expect([inTeams, older].map(keptIn)).toEqual([undefined, undefined])
    expect([inTeams, older, null, undefined].map(foundIn)).toEqual(['in-teams', 'in-teams', undefined, undefined])
  })
  it('has the mark that dialogs in Teams know it by', () => {
    expect(kept.said['form']).toBe('tab')
  })
})

describe('a status report in a form', () => {
  const entry = { activity: 'tender', spent: 7.5, left: 20, problem: '', proposal: '' }
  it('is sent as it was filled in when nothing has been typed', () => {
    expect(statusSaid('2027-01-11', [typedEntry(entry)])).toEqual({ week: '2027-01-11', entries: [entry] })
    expect(StatusSaid.safeParse(statusSaid('2027-01-11', [typedEntry(entry)])).success).toBe(true)
  })
  it.each([
    ['-1', ['spent']],
    ['1,3', ['spent']],
    ['169', ['spent']],
    ['', ['spent']],
    ['1e3', ['spent']],
    ['7,25', []],
  ])('takes %j hours for what they are', (spent, wrong) => {
    expect(wrongIn({ ...typedEntry(entry), spent })).toEqual(wrong)
  })
  it('is not sent with more hours than a week has', () => {
    const two = [typedEntry({ ...entry, spent: 100 }), typedEntry({ ...entry, activity: 'teach', spent: 100 })]
    expect([isTooMuch(two), statusSaid('2027-01-11', two)]).toEqual([true, undefined])
  })
})

describe('a progress report in a form', () => {
  const green = { light: 'green', trend: 'same', comment: '' } as const
  const typed: TypedProgress = {
    done: 'Much',
    next: 'More',
    lights: { time: green, cost: green, quality: green, scope: green, risk: green },
    costs: [{ post: 'licences', spent: '', expected: '' }],
    decisionsWanted: [' One ', ''],
    withRisks: true,
  }
  it('is what the server takes, without empty lines and posts that nothing is said of', () => {
    const said = progressSaid(typed)
    expect(said).toMatchObject({ costs: [], decisionsWanted: ['One'] })
    expect(ProgressSaid.safeParse(said).success).toBe(true)
  })
  it('is not published without a comment to what is not green', () => {
    const yellow = { ...typed, lights: { ...typed.lights, risk: { ...green, light: 'yellow' as const, comment: ' ' } } }
    expect([missingIn(yellow).comments, progressSaid(yellow)]).toEqual([['risk'], undefined])
  })
  it('is not published with an amount that cannot be read', () => {
    const wrong = { ...typed, costs: [{ post: 'licences', spent: '10', expected: 'a lot' }] }
    expect([missingIn(wrong).costs, progressSaid(wrong)]).toEqual([['licences'], undefined])
  })
})

describe('a change request in a form', () => {
  const typed = { ...BLANK, title: 'Later', why: 'Late', edits: [later], alternatives: 'None', ifRejected: 'It stops' }
  it('tells the first page that something is missing on', () => {
    expect(firstGap(BLANK)).toBe('what')
    expect(firstGap({ ...typed, ifRejected: ' ' })).toBe('otherwise')
    expect(firstGap(typed)).toBeUndefined()
  })
  it('must change something or have an effect', () => {
    expect(missingOn('effects', { ...typed, edits: [] })).toEqual(['effects'])
    expect(missingOn('effects', { ...typed, edits: [], effects: { time: 'Two weeks' } })).toEqual([])
  })
  it('is what the server takes, without effects that nothing is written of', () => {
    const said = requestSaid({ ...typed, effects: { time: ' Two weeks ', risk: ' ' } })
    expect(said.effects).toEqual({ time: 'Two weeks' })
    expect(RequestSaid.safeParse(said).success).toBe(true)
  })
})
