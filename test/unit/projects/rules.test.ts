import { describe, expect, it } from '@jest/globals'
import { hashOf } from '../../../bot/domain/projects/canonical.js'
import { dutiesOn } from '../../../bot/domain/projects/duties.js'
import { mayDo } from '../../../bot/domain/projects/permissions.js'
import { planDifference } from '../../../bot/domain/projects/plan-edits.js'
import { activityState, isWaiting, peopleOf } from '../../../bot/domain/projects/project.js'
import { mayReadStatus } from '../../../bot/domain/projects/reporting.js'
import { remindersBetween } from '../../../bot/domain/projects/reminders.js'
import { summaryOf } from '../../../bot/domain/projects/summary.js'
import {
  aDocument,
  aPlan,
  approve,
  approveDeliveries,
  aRequest,
  as,
  EFFECT,
  meet,
  play,
  readyForB3,
  registered,
  running,
  SEATS,
  tick,
  toClosed,
  toPlanning,
  WHO,
  WITHOUT_GROUP,
  type Play,
  type Who,
} from '../../fixtures/project.js'

const asked = (more: object = {}): Play => {
  const game = running()
  game.act('manager', { kind: 'change-requested', said: aRequest(more) })
  return game
}
const voteOf = (game: Play, choice = 'approve', more: object = {}) => {
  const { number, hash } = game.project.matters.at(-1)!
  return { kind: 'voted', matter: number, hash, choice, motive: 'So it is', ...more } as never
}
const status = (entry: object = {}, week = '2027-01-11') => ({
  kind: 'status-reported' as const,
  said: { week, entries: [{ activity: 'tender', spent: 8, left: 30, ...entry }] },
})
const green = { light: 'green', trend: 'same' } as const
const progress = (more: object = {}, lights: object = {}) => ({
  kind: 'progress-published' as const,
  said: {
    done: 'This',
    next: 'That',
    lights: { time: green, cost: green, quality: green, scope: green, risk: green, ...lights },
    ...more,
  },
})
const allTicked = (game: Play): void => {
  for (const criterion of ['goals-reached', 'maintenance-accepted', 'users-trained', 'operations-contract']) tick(game, criterion)
}

describe('rule 1: only the body set for a point decides it', () => {
  it.each(['manager', 'sub', 'member', 'admin', 'council', 'office', 'benefit', 'stranger', 'clock'] as const)(
    'a vote by %s is refused, whatever it is on',
    (who) => {
      const game = asked()
      expect(game.why(who, voteOf(game))).toBe('not-yours')
    },
  )

  it.each(['owner', 'sponsor'] as const)('%s has no vote in what the steering group decides', (who) => {
    const game = asked()
    expect(game.why(who, voteOf(game))).toBe('not-your-matter')
  })

  it('and the steering group has none in what the owner decides', () => {
    const game = play(registered())
    game.act('owner', { kind: 'effect-goals-set', goals: [EFFECT] })
    game.act('admin', aDocument('project-directive'))
    game.act('owner', { kind: 'document-signed', document: 'project-directive' })
    game.act('manager', { kind: 'point-put', point: 'B1' })
    expect(game.why('chair', voteOf(game, 'confirm'))).toBe('not-your-matter')
    expect(game.why('owner', voteOf(game, 'confirm'))).toBe('moved')
  })

  it('a manager never votes, not on an own request and not by being put in the steering group as well', () => {
    const roster = [...SEATS, { person: WHO.manager, role: 'steering-member' as const }]
    const game = asked()
    expect(game.why('office', { kind: 'roster-changed', roster })).toBe('roster-faulty')
    // Nor when the manager has left that post since, and sits in the group now.
    const moved = SEATS.filter(({ role }) => role !== 'manager').concat({ person: WHO.manager, role: 'steering-member' })
    game.act('office', { kind: 'roster-changed', roster: moved })
    expect(game.why('manager', voteOf(game))).toBe('not-your-matter')
  })

  it('a manager does not choose who decides', () => {
    const game = running()
    const roster = SEATS.concat({ person: WHO.stranger, role: 'steering-member' })
    expect(game.why('manager', { kind: 'roster-changed', roster })).toBe('not-yours')
    expect(game.why('manager', { kind: 'roster-changed', roster: SEATS.concat({ person: WHO.stranger, role: 'member' }) })).toBe(
      'moved',
    )
    expect(game.why('manager', { kind: 'settings-changed', settings: { quorum: 1 } })).toBe('not-yours')
  })

  it('the chair notes a vote only of somebody who is there, while the meeting is on', () => {
    const game = asked()
    const noted = { person: WHO.bo }
    expect(game.why('chair', voteOf(game, 'approve', noted))).toBe('not-at-a-meeting')
    meet(game, () => {
      expect(game.why('chair', voteOf(game, 'approve', { person: WHO.vice }))).toBe('not-there')
      expect(game.why('anna', voteOf(game, 'approve', noted))).toBe('not-yours')
      expect(game.why('chair', voteOf(game, 'approve', { person: WHO.manager }))).toBe('not-your-matter')
      expect(game.why('chair', voteOf(game, 'approve', noted))).toBe('moved')
      expect(game.project.matters[0]!.votes).toMatchObject([{ by: WHO.bo, notedBy: WHO.chair }])
    })
  })

  it('the sponsor decides where there is no steering group, and the owner where there is no sponsor', () => {
    const game = play(registered({ roster: WITHOUT_GROUP }))
    toPlanning(game)
    game.act('manager', { kind: 'plan-proposed', plan: aPlan() })
    game.act('manager', { kind: 'point-put', point: 'B2' })
    expect(game.project.matters[0]!.body).toBe('sponsor')
    expect(game.why('owner', voteOf(game))).toBe('not-your-matter')
    game.act('office', { kind: 'roster-changed', roster: WITHOUT_GROUP.filter(({ role }) => role !== 'sponsor') })
    game.vote('owner', 'approve')
    expect(game.project.phase).toBe('execution')
  })
})

describe('rule 2: while a request that affects goals, time or budget is undecided, the project waits', () => {
  it('shows it in the project and its summary, from the moment it is made until it is decided', () => {
    const game = running()
    expect(summaryOf(game.project).isWaiting).toBe(false)
    game.act('manager', { kind: 'change-requested', said: aRequest() })
    expect(summaryOf(game.project)).toMatchObject({ isWaiting: true, waitingSince: '2027-01-11' })
    approve(game)
    expect(summaryOf(game.project)).toMatchObject({ isWaiting: false, waitingSince: undefined })
  })

  it('goes on waiting when it is sent back, since that decides nothing', () => {
    const game = asked()
    approve(game, 'send-back')
    expect(game.project.matters).toEqual([])
    expect(isWaiting(game.project)).toBe(true)
  })

  it.each([
    ['goals', { edits: [], effects: { goals: 'other' } }, true],
    ['budget', { edits: [], effects: { budget: 'more' } }, true],
    ['only risk', { edits: [], effects: { risk: 'higher' } }, false],
  ])('%s', (_, more, waits) => {
    expect(isWaiting(asked(more).project)).toBe(waits)
  })

  it('nothing depending on it is shown or marked as going on, and the rest is', () => {
    const game = running()
    game.act('member', status({ activity: 'tender', mark: 'going-on' }))
    game.act('manager', { kind: 'change-requested', said: aRequest() })
    const states = () => ['tender', 'install', 'teach'].map((id) => activityState(game.project, id))
    // The contract moves; the tender makes it, installing waits for the tender, teaching has nothing to do with it.
    expect(states()).toEqual(['waiting-for-decision', 'waiting-for-decision', 'not-begun'])
    expect(game.why('member', status({ activity: 'tender', mark: 'going-on' }, '2027-01-11'))).toBe('waits-for-decision')
    expect(game.why('member', status({ activity: 'teach', mark: 'going-on' }))).toBe('moved')
    expect(game.why('manager', { kind: 'delivery-put', id: 'contract' })).toBe('waits-for-decision')
    expect(game.why('manager', { kind: 'milestone-put', id: 'procured' })).toBe('waits-for-decision')
    expect(game.why('manager', { kind: 'delivery-put', id: 'course' })).toBe('moved')
  })

  it('a request that does not say what it touches holds everything', () => {
    const game = asked({ edits: [], effects: { budget: 'We need more, and do not know how much' } })
    expect(activityState(game.project, 'teach')).toBe('waiting-for-decision')
  })

  it('no point is put, and none comes into force that was decided before', () => {
    const game = readyForB3(running())
    game.act('manager', { kind: 'point-put', point: 'B3' })
    approve(game)
    game.act('manager', { kind: 'change-requested', said: aRequest({ edits: [], effects: { budget: 'more' } }) })
    meet(game)
    expect(game.project.phase).toBe('execution')
    approve(game, 'reject')
    expect(game.project.phase).toBe('closing')
  })
})

describe('rule 3: a phase does not start before its point is passed at a meeting and minuted', () => {
  const decidedB2 = (): Play => {
    const game = toPlanning(play(registered()))
    game.act('manager', { kind: 'plan-proposed', plan: aPlan() })
    game.act('manager', { kind: 'point-put', point: 'B2' })
    approve(game)
    return game
  }

  it('votes between meetings decide, and the phase begins when the next meeting has minuted it', () => {
    const game = decidedB2()
    expect([game.project.decisions.length, game.project.phase]).toEqual([2, 'planning'])
    game.act('chair', { kind: 'meeting-called', on: '2027-01-11', at: '09:00', place: 'Here' })
    game.act('chair', { kind: 'meeting-opened', meeting: 1, there: [WHO.chair] })
    game.act('chair', { kind: 'meeting-closed', meeting: 1 })
    expect(game.project.phase).toBe('planning')
    game.act('chair', { kind: 'minutes-signed', meeting: 1, hash: game.project.meetings[0]!.minutes!.hash })
    expect(game.project.phase).toBe('execution')
    expect(game.project.plan).toMatchObject({ revision: 1, because: { kind: 'point', decision: 2 } })
  })

  it.each(['B2', 'B3', 'B4'] as const)('%s cannot be put before the ones before it', (point) => {
    const game = play(registered())
    expect(game.why('manager', { kind: 'point-put', point })).toBe('not-next')
  })

  it('and none can be put again that is passed', () => {
    const game = decidedB2()
    expect(game.why('manager', { kind: 'point-put', point: 'B2' })).toBe('already-decided')
    meet(game)
    expect(game.why('manager', { kind: 'point-put', point: 'B2' })).toBe('not-next')
  })

  it.each([
    ['manager', 'not-yours'],
    ['anna', 'not-yours'],
    ['vice', 'not-yours'],
    ['chair', 'moved'],
  ] as const)('minutes are signed by the chair: %s is %s', (who, why) => {
    const game = decidedB2()
    game.act('chair', { kind: 'meeting-called', on: '2027-01-11', at: '09:00', place: 'Here' })
    game.act('vice', { kind: 'meeting-opened', meeting: 1, there: [WHO.vice, WHO.chair] })
    game.act('vice', { kind: 'meeting-closed', meeting: 1 })
    const { hash } = game.project.meetings[0]!.minutes!
    expect(game.why(who, { kind: 'minutes-signed', meeting: 1, hash })).toBe(why)
  })

  it('by exactly the minutes that were read', () => {
    const game = decidedB2()
    game.act('chair', { kind: 'meeting-called', on: '2027-01-11', at: '09:00', place: 'Here' })
    game.act('chair', { kind: 'meeting-opened', meeting: 1, there: [WHO.chair] })
    game.act('chair', { kind: 'meeting-closed', meeting: 1 })
    const { hash } = game.project.meetings[0]!.minutes!
    game.act('chair', { kind: 'meeting-closed', meeting: 1, notes: 'Corrected' })
    expect(game.why('chair', { kind: 'minutes-signed', meeting: 1, hash })).toBe('old-revision')
  })

  it('B3 is not passed with one delivery that is not approved, nor with a criterion that is not met', () => {
    const game = running()
    game.act('manager', { kind: 'point-put', point: 'B3' })
    const why = () => game.attempt('chair', voteOf(game))
    expect(why()).toMatchObject({ why: 'criteria-not-met', about: { criteria: { length: 5 } } })
    allTicked(game)
    expect(why()).toMatchObject({ about: { criteria: ['deliveries-approved'] } })
    expect(game.why('manager', { kind: 'criterion-ticked', criterion: 'deliveries-approved', met: true, note: '' })).toBe(
      'by-register-only',
    )
    approveDeliveries(game)
    game.act('manager', { kind: 'criterion-ticked', criterion: 'users-trained', met: false, note: 'Not yet' })
    expect(why()).toMatchObject({ about: { criteria: ['users-trained'] } })
    // To extend or to end, nothing needs to be met.
    expect(game.why('chair', voteOf(game, 'extend'))).toBe('moved')
  })

  it('undoing is a decision of its own, and undoes the last first', () => {
    const game = running()
    expect(game.why('manager', { kind: 'undo-asked', decision: 1, motive: 'A mistake' })).toBe('undo-later-first')
    game.act('manager', { kind: 'undo-asked', decision: 2, motive: 'A mistake' })
    expect(game.project.phase).toBe('execution')
    approve(game)
    expect(game.project.phase).toBe('planning')
    expect(game.project.decisions.map(({ undoneBy }) => undoneBy)).toEqual([undefined, 3, undefined])
    game.act('manager', { kind: 'point-put', point: 'B2' })
    meet(game, () => approve(game))
    expect(game.project.plan).toMatchObject({ revision: 2, because: { decision: 4 } })
  })
})

describe('what is decided and cannot be carried out', () => {
  it('an undoing that a later point has overtaken meanwhile', () => {
    const game = readyForB3(running())
    game.act('manager', { kind: 'undo-asked', decision: 2, motive: 'A mistake' })
    const undoing = voteOf(game)
    game.act('manager', { kind: 'point-put', point: 'B3' })
    approve(game)
    expect(game.why('chair', undoing)).toBe('undo-later-first')
  })

  it('waits, is told of, and is carried out when it can be', () => {
    const game = running()
    game.act('manager', { kind: 'delivery-put', id: 'contract' })
    for (const [who, choice] of [
      ['chair', 'approve'],
      ['anna', 'approve'],
      ['bo', 'send-back'],
    ] as const)
      game.vote(who, choice)
    game.act('manager', { kind: 'change-requested', said: aRequest() })
    const { number, hash } = game.project.matters[0]!
    expect(game.why('vice', { kind: 'voted', matter: number, hash, choice: 'approve' })).toBe('waits-for-decision')
    // When the time is over, two of three have approved it; but what it is about is asked to change.
    game.passDays(8)
    const { effects } = game.act('clock', { kind: 'ticked' })
    expect(effects).toContainEqual({ tell: [WHO.owner, WHO.sponsor, WHO.chair], what: 'vote-held', matter: number })
    expect(game.act('clock', { kind: 'ticked' }).effects).toEqual([])
    for (const who of ['chair', 'anna', 'bo'] as const) game.vote(who, 'reject')
    game.act('clock', { kind: 'ticked' })
    expect(game.project.decisions.at(-1)).toMatchObject({ subject: { kind: 'delivery', id: 'contract' }, choice: 'approve' })
  })
})

describe('rule 4: a decision records what, alternative, who, when and why, and lands in the minutes', () => {
  it('of a request, with the hash of exactly that revision', () => {
    const game = asked()
    const { hash } = game.project.requests[0]!.latest
    game.vote('chair', 'approve-with-conditions', { motive: 'Needed', conditions: 'No more money' })
    game.vote('anna', 'reject', { motive: 'Too late' })
    game.vote('bo', 'approve-with-conditions', { motive: '', conditions: 'Weekly reports' })
    game.vote('vice', 'approve-with-conditions', { motive: '', conditions: 'As the others' })
    const decision = game.project.decisions.at(-1)!
    expect(decision).toMatchObject({
      subject: { kind: 'change-request', number: 1, revision: 1 },
      of: hash,
      choice: 'approve-with-conditions',
      at: game.now,
      motive: { kind: 'own', words: [{ by: WHO.chair, text: 'Needed' }] },
      conditions: [{ text: 'No more money' }, { text: 'Weekly reports' }, { text: 'As the others' }],
      votes: [{ by: WHO.chair }, { by: WHO.anna, choice: 'reject' }, { by: WHO.bo }, { by: WHO.vice }],
    })
    expect(decision.minuted).toBeUndefined()
    meet(game)
    expect(game.project.decisions.at(-1)!.minuted).toEqual({ meeting: 2 })
    expect(game.filings.at(-1)).toMatchObject({ kind: 'minutes', body: { earlier: [3] } })
  })

  it.each(['reject', 'send-back'])('%s needs a motive', (choice) => {
    const game = asked()
    expect(game.why('chair', voteOf(game, choice, { motive: ' ' }))).toBe('motive-missing')
  })
  it('conditions are said', () => {
    const game = asked()
    expect(game.why('chair', voteOf(game, 'approve-with-conditions'))).toBe('conditions-missing')
  })
  it('and only what the matter offers can be chosen', () => {
    const game = asked()
    expect(game.why('chair', voteOf(game, 'close'))).toBe('not-an-alternative')
  })
})

describe("rule 5: a sub-project manager's report goes to the manager, never straight to the steering group", () => {
  it('tells the manager alone, and nobody in the steering group may read it', () => {
    const game = running()
    const { effects } = game.act('sub', status())
    expect(effects).toEqual([{ tell: [WHO.manager], what: 'status-report', report: 1, by: WHO.sub }])
    const [report] = game.project.statusReports
    const readers = (Object.keys(WHO) as Who[]).filter((who) => mayReadStatus(game.project, WHO[who], report!))
    expect(readers.sort()).toEqual(['admin', 'manager', 'sub'])
    for (const who of ['chair', 'vice', 'anna', 'owner', 'sponsor', 'office'] as const)
      expect(mayDo(peopleOf(game.project), as(who), 'status-report.read')).toBe(false)
  })

  it('and when it is late, the manager hears of it and the steering group does not', () => {
    const game = running({ profile: 'full' })
    const heard = remindersBetween(game.project, '2027-01-17', '2027-02-03').map(({ to, duty }) => `${duty.kind} ${to}`)
    const late = heard.filter((one) => one.startsWith('status-report')).sort()
    expect([...new Set(late)]).toEqual([`status-report ${WHO.manager}`, `status-report ${WHO.member}`])
  })
})

describe('rule 6: an approved change makes a new revision of the plan that names it', () => {
  it('with what changed, and the old one stays as it was', () => {
    const game = asked()
    const before = game.project.plan!
    const old = JSON.stringify(before)
    approve(game)
    const after = game.project.plan!
    expect(after).toMatchObject({ revision: 2, because: { kind: 'change-request', request: 1, revision: 1, decision: 3 } })
    expect(planDifference(before.content, after.content).map(({ part, id }) => `${part} ${id}`)).toEqual([
      'milestones procured',
      'deliveries contract',
    ])
    expect(JSON.stringify(before)).toBe(old)
    expect(game.filings.filter(({ kind }) => kind === 'plan').map(({ number }) => number)).toEqual([1, 2])
    expect(hashOf(after.content)).toBe(after.hash)
  })

  it('and a rejected one changes nothing', () => {
    const game = asked()
    const before = game.project.plan
    approve(game, 'reject')
    expect(game.project.plan).toBe(before)
  })

  it('there is no other way: what is bound cannot be kept up', () => {
    const game = running()
    const edits = aRequest().edits
    expect(game.why('manager', { kind: 'plan-kept-up', of: 'activity-plan', edits })).toBe('bound-part')
    expect(game.why('manager', { kind: 'plan-proposed', plan: aPlan() })).toBe('not-in-this-phase')
    expect(game.why('manager', { kind: 'effect-goals-set', goals: [...game.project.effectGoals] })).toBe('not-in-this-phase')
    const late = { ...game.project.plan!.content.activities[0]!, to: '2027-07-01' }
    const stepped = game.attempt('manager', {
      kind: 'plan-kept-up',
      of: 'activity-plan',
      edits: [{ part: 'activities', put: late }],
    })
    expect(stepped).toMatchObject({ why: 'plan-faulty', about: { faults: [{ fault: 'after-its-goal', id: 'tender' }] } })
  })

  it('a request that the plan has outrun goes back, and waits on', () => {
    const game = asked()
    game.act('owner', { kind: 'change-requested', said: aRequest({ title: 'Another way' }) })
    game.vote('chair', 'approve')
    approve(game)
    expect(game.project.requests.map(({ number, status: now }) => [number, now])).toEqual([[1, 'sent-back']])
    expect(game.project.matters).toEqual([])
    expect(isWaiting(game.project)).toBe(true)
  })
})

describe('rule 7: what must be registered can be, under the record number of the project', () => {
  it('once, when it is there', () => {
    const game = asked()
    const register = (what: string, number: number) => ({ kind: 'thing-registered', thing: { what, number } }) as never
    expect(game.why('admin', register('change-request', 1))).toBe('record-number-missing')
    game.act('admin', { kind: 'record-number-set', recordNumber: '2016-0999' })
    expect(game.why('admin', register('change-request', 2))).toBe('no-such-thing')
    expect(game.act('admin', register('change-request', 1)).effects).toMatchObject([
      { register: { number: 1 }, under: '2016-0999' },
    ])
    expect(game.why('admin', register('change-request', 1))).toBe('already-registered')
    expect(game.why('admin', { kind: 'record-number-set', recordNumber: '2017-0001' })).toBe('already-registered')
    expect(game.why('member', register('decision', 1))).toBe('not-yours')
  })
})

describe('rule 8: effects are followed up a year after the end, by whoever is named', () => {
  it('reminds the benefit owner though the project is closed, and stops when it is done', () => {
    const game = toClosed(running())
    expect(game.project).toMatchObject({ phase: 'closed', endedOn: '2027-01-11' })
    expect(dutiesOn(game.project, '2027-12-30')).toEqual([])
    expect(dutiesOn(game.project, '2028-01-11')).toMatchObject([
      { kind: 'effect-follow-up', who: [WHO.benefit], due: '2028-01-11' },
    ])
    game.passDays(365)
    const said = { goal: 'shorter-waits', outcome: 'partly' as const, measured: '14 days' }
    expect(game.why('manager', { kind: 'effect-followed-up', said })).toBe('not-yours')
    expect(game.why('benefit', { kind: 'effect-followed-up', said })).toBe('moved')
    expect(dutiesOn(game.project, '2028-03-01')).toEqual([])
  })

  it('and when the owner has another work, somebody else is named and reminded', () => {
    const game = toClosed(running())
    expect(game.why('manager', { kind: 'effect-owner-changed', goal: EFFECT.id, owner: WHO.anna })).toBe('not-yours')
    game.act('office', { kind: 'effect-owner-changed', goal: EFFECT.id, owner: WHO.anna })
    expect(dutiesOn(game.project, '2028-01-11')).toMatchObject([{ who: [WHO.anna] }])
    expect(game.filings.at(-1)).toMatchObject({ kind: 'plan', number: 1, revision: 2 })
  })

  it('no directive is confirmed without an effect goal, and no effect goal is without an owner', () => {
    const game = play(registered())
    game.act('admin', aDocument('project-directive'))
    game.act('owner', { kind: 'document-signed', document: 'project-directive' })
    expect(game.why('manager', { kind: 'point-put', point: 'B1' })).toBe('goals-missing')
    expect(() =>
      game.attempt('owner', {
        kind: 'effect-goals-set',
        goals: [{ id: 'e', name: 'e', measure: 'm', target: 't', by: '2028-01-01' }] as never,
      }),
    ).toThrow()
  })
})

describe('rule 9: a submitted request is immutable, and a revision restarts the vote', () => {
  it('names the former, keeps it, and asks everybody again', () => {
    const game = asked()
    const [first] = game.project.requests.map(({ latest }) => latest)
    game.vote('chair', 'approve')
    game.vote('anna', 'approve')
    const late = voteOf(game)
    const { effects } = game.act('manager', { kind: 'request-revised', request: 1, said: aRequest({ why: 'It is later still' }) })
    expect(game.project.requests[0]!.latest).toMatchObject({ revision: 2, replaces: first!.hash })
    expect(game.project.matters[0]).toMatchObject({ round: 2, votes: [] })
    expect(effects).toContainEqual({ ask: [WHO.chair, WHO.vice, WHO.anna, WHO.bo], matter: 3, again: true })
    // A card that still shows the former revision decides nothing.
    expect(game.why('bo', late)).toBe('old-revision')
    expect(game.filings.filter(({ kind }) => kind === 'change-request').map(({ revision }) => revision)).toEqual([1, 2])
    expect(hashOf({ ...first, hash: undefined })).toBe(first!.hash)
  })

  it('a revision that revises nothing is none, and a decided one cannot be revised', () => {
    const game = asked()
    expect(game.why('manager', { kind: 'request-revised', request: 1, said: aRequest() })).toBe('nothing-changes')
    approve(game)
    expect(game.why('manager', { kind: 'request-revised', request: 1, said: aRequest({ why: 'No' }) })).toBe('already-decided')
  })

  it('what a point is decided on restarts its vote too', () => {
    const game = toPlanning(play(registered()))
    game.act('manager', { kind: 'plan-proposed', plan: aPlan() })
    game.act('manager', { kind: 'point-put', point: 'B2' })
    game.vote('chair', 'approve')
    game.act('manager', { kind: 'plan-proposed', plan: aPlan({ risks: [] }) })
    expect(game.project.matters[0]).toMatchObject({ round: 2, votes: [] })
  })
})

describe('rule 10: lights need a comment when not green; quorum, deadline and tolerance are settings', () => {
  it.each(['yellow', 'red'])('%s without a comment is not a report', (light) => {
    const game = running()
    const said = progress({}, { cost: { light, trend: 'worse', comment: '  ' } })
    expect(() => game.attempt('manager', said)).toThrow('needs a comment')
    expect(game.why('manager', progress({}, { cost: { light, trend: 'worse', comment: 'The supplier' } }))).toBe('moved')
  })

  it.each([
    [0, 1_000_000_01, true],
    [0, 1_000_000_00, false],
    [15, 1_150_000_00, false],
    [15, 1_150_000_01, true],
  ])('with a tolerance of %d percent, %d öre of licences proposes a change: %s', (tolerance, expected, proposes) => {
    const game = running({ settings: { quorum: 3, tolerance } })
    const { effects } = game.act('manager', progress({ costs: [{ post: 'licences', spent: 0, expected }] }))
    expect(effects.some((effect) => 'propose' in effect)).toBe(proposes)
    expect(game.project.deviations.length > 0).toBe(proposes)
  })

  it('a status report that shows it is enough, and it is proposed at once', () => {
    const game = running()
    const { effects } = game.act('member', status({ activity: 'tender', spent: 40, left: 60 }))
    expect(effects.find((effect) => 'propose' in effect)).toMatchObject({
      propose: [WHO.manager],
      because: [{ kind: 'budget', post: 'own-time', budget: 50_000_00, expected: 80_000_00 }, { kind: 'budget' }],
    })
  })

  it('the last day to vote is a day to vote', () => {
    const game = running()
    game.act('manager', { kind: 'delivery-put', id: 'course' })
    for (const [who, choice] of [
      ['vice', 'approve'],
      ['anna', 'approve'],
      ['bo', 'send-back'],
    ] as const)
      game.vote(who, choice)
    expect(game.project.matters[0]!.due).toBe('2027-01-18')
    game.passDays(7)
    game.act('clock', { kind: 'ticked' })
    expect(game.project.matters).toHaveLength(1)
    game.passDays(1)
    game.act('clock', { kind: 'ticked' })
    expect(game.project.matters).toEqual([])
  })

  it('silence decides nothing: without a quorum the matter is still open when its time is over', () => {
    const game = asked()
    game.vote('chair', 'reject')
    game.vote('anna', 'reject')
    game.passDays(30)
    game.act('clock', { kind: 'ticked' })
    expect(game.project.matters).toHaveLength(1)
    expect(game.effects.at(-1)).toMatchObject({ what: 'vote-late' })
    expect(game.act('clock', { kind: 'ticked' }).effects).toEqual([])
    game.vote('bo', 'reject')
    expect(game.project.matters).toEqual([])
  })
})

describe('rule 11: somebody with a conflict of interest does not vote', () => {
  it('neither after it is declared, nor by a vote given before, nor in the next revision', () => {
    const game = asked()
    game.vote('anna', 'approve')
    game.act('anna', { kind: 'conflict-declared', matter: 3 })
    expect(game.project.matters[0]!.votes).toEqual([])
    expect(game.why('anna', voteOf(game))).toBe('conflict-of-interest')
    game.act('manager', { kind: 'request-revised', request: 1, said: aRequest({ why: 'Other' }) })
    expect(game.why('anna', voteOf(game))).toBe('conflict-of-interest')
    for (const who of ['chair', 'vice', 'bo'] as const) game.vote(who, 'approve')
    expect(game.project.decisions.at(-1)).toMatchObject({ conflicts: [WHO.anna], votes: { length: 3 } })
  })

  it('the chair notes it of others, and nobody else does', () => {
    const game = asked()
    expect(game.why('bo', { kind: 'conflict-declared', matter: 3, person: WHO.anna })).toBe('not-yours')
    expect(game.why('chair', { kind: 'conflict-declared', matter: 3, person: WHO.anna })).toBe('moved')
    expect(game.why('anna', voteOf(game))).toBe('conflict-of-interest')
  })

  it('too many of them for the quorum is told, and decides nothing', () => {
    const game = asked()
    game.act('anna', { kind: 'conflict-declared', matter: 3 })
    const { effects } = game.act('bo', { kind: 'conflict-declared', matter: 3 })
    expect(effects).toContainEqual({ tell: [WHO.owner, WHO.sponsor, WHO.chair], what: 'quorum-out-of-reach', matter: 3 })
    expect(game.project.matters).toHaveLength(1)
  })
})
