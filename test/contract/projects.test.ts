import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { brokenAt } from '../../bot/domain/projects/audit.js'
import type { ProjectStore } from '../../bot/domain/projects/ports.js'
import { aBotLine, unique } from '../fixtures/a-commit.js'
import { aBeginning, aChange, aProject, keepRunning } from '../fixtures/a-project-change.js'
import { aRequest, days, play, START, toClosing, toExecution, WHO } from '../fixtures/project.js'
import { everyKindOfStores, type OpenStores } from '../fixtures/stores.js'

const renamed = (name: string) => ({ kind: 'renamed' as const, name })
const requested = (more = {}) => ({ kind: 'change-requested' as const, said: aRequest(more) })
const LATER = days(2)

describe.each(everyKindOfStores)('projects in $name', ({ open }) => {
  let opened: OpenStores
  let projects: ProjectStore
  beforeAll(async () => {
    opened = await open()
    projects = opened.stores.projects
  })
  afterAll(() => opened.close())

  const effectsOf = async (project: string, at = LATER) =>
    (await projects.untold(9999, at)).filter((one) => one.project === project)

  it('come back as they were, moments and all', async () => {
    const game = toClosing(toExecution(play(aProject({ portfolio: 'training', recordNumber: '2016-0999' }))))
    await projects.change(aBeginning(game.project))
    expect(await projects.find(game.project.id)).toEqual({ project: game.project, version: 1 })
    expect(await projects.find('none')).toBeUndefined()
  })

  it('are found by what people call them, in any case', async () => {
    const { project } = await keepRunning(projects)
    expect((await projects.findByNumber(` ${project.number.toLowerCase()} `))?.project.id).toBe(project.id)
    expect(await projects.findByNumber('P-none')).toBeUndefined()
  })

  it('keep whatever characters people write', async () => {
    const name = 'Räksmörgås \u0000 😀 \ud800 "\\'
    const row = await keepRunning(projects, { name })
    const change = aChange(row, 'manager', requested({ why: `${name}!` }))
    expect(await projects.change(change)).toBe('stored')
    expect(await projects.find(row.project.id)).toEqual({ project: change.after, version: 2 })
    expect((await projects.summaries({ text: 'räksmörgås' })).map((summary) => summary.name)).toEqual([change.after.name])
    const key = { project: row.project.id, kind: 'change-request' as const, number: 1, revision: 1 }
    expect(await projects.filing(key)).toEqual(change.filings[0])
    expect(brokenAt(await projects.audit(row.project.id))).toBeUndefined()
  })

  it('are not written over by who has read an older version', async () => {
    const row = await keepRunning(projects)
    expect(await projects.change(aChange(row, 'owner', renamed('First')))).toBe('stored')
    expect(await projects.change(aChange(row, 'owner', renamed('Second')))).toBe('conflict')
    expect(await projects.find(row.project.id)).toMatchObject({ version: 2, project: { name: 'First' } })
  })

  it('are changed by one of many at once, and nothing of the others is left', async () => {
    const row = await keepRunning(projects)
    const before = { audit: await projects.audit(row.project.id), effects: await effectsOf(row.project.id) }
    const changes = Array.from({ length: 8 }, (_, n) => aChange(row, 'manager', requested({ why: `Because ${n}` })))
    const came = await Promise.all(changes.map((change) => projects.change({ ...change, key: unique('key') })))
    expect(came.filter((one) => one === 'stored')).toHaveLength(1)
    expect(came.filter((one) => one === 'conflict')).toHaveLength(7)
    const change = changes[came.indexOf('stored')]!
    expect((await projects.find(row.project.id))?.project).toEqual(change.after)
    expect(await projects.audit(row.project.id)).toHaveLength(before.audit.length + 1)
    expect(await effectsOf(row.project.id)).toHaveLength(before.effects.length + change.effects.length)
    expect(await projects.filings(row.project.id, ['change-request'])).toMatchObject([{ hash: change.filings[0]!.hash }])
  })

  it('are changed once by a press that comes twice, at once or later', async () => {
    const row = await keepRunning(projects)
    const change = { ...aChange(row, 'owner', renamed('Pressed')), key: 'the same key å' }
    expect(await projects.wasDone(row.project.id, change.key)).toBe(false)
    const came = await Promise.all([projects.change(change), projects.change(change), projects.change(change)])
    expect(came.toSorted()).toEqual(['done', 'done', 'stored'])
    expect(await projects.change(change)).toBe('done')
    expect(await projects.wasDone(row.project.id, change.key)).toBe(true)
    expect((await projects.find(row.project.id))?.version).toBe(2)
    const other = await keepRunning(projects)
    expect(await projects.change({ ...aChange(other, 'owner', renamed('Other')), key: change.key })).toBe('stored')
  })

  it('that could not be changed can be tried with the same key again', async () => {
    const row = await keepRunning(projects)
    const change = { ...aChange(row, 'owner', renamed('Again')), key: unique('key') }
    await projects.change(aChange(row, 'owner', renamed('Meanwhile')))
    expect(await projects.change(change)).toBe('conflict')
    expect(await projects.wasDone(row.project.id, change.key)).toBe(false)
    const now = (await projects.find(row.project.id))!
    expect(await projects.change({ ...aChange(now, 'owner', renamed('Again')), key: change.key })).toBe('stored')
  })

  it('have an id and a number of their own', async () => {
    const { project } = await keepRunning(projects)
    expect(await projects.change(aBeginning({ ...aProject(), id: project.id }))).toBe('conflict')
    expect(await projects.change(aBeginning({ ...aProject(), number: project.number.toUpperCase() }))).toBe('conflict')
    expect((await projects.find(project.id))?.project).toEqual(project)
  })

  it('are stored wholly or not at all', async () => {
    const row = await keepRunning(projects)
    const change = { ...aChange(row, 'manager', requested()), key: unique('key') }
    const before = await projects.auditEnd(row.project.id)
    // The same thing is never filed twice; here it is tried, after everything else was written.
    await expect(projects.change({ ...change, filings: [...change.filings, ...change.filings] })).rejects.toThrow()
    expect(await projects.find(row.project.id)).toEqual(row)
    expect(await projects.wasDone(row.project.id, change.key)).toBe(false)
    expect(await projects.auditEnd(row.project.id)).toEqual(before)
    expect(await projects.filings(row.project.id, ['change-request'])).toEqual([])
    expect(await projects.change(change)).toBe('stored')
  })

  it('have what is finished filed as it was, newest first', async () => {
    const game = toExecution(play(aProject()))
    await projects.change(aBeginning(game.project, { filings: game.filings, effects: [] }))
    const { id } = game.project
    const row = (await projects.find(id))!
    await projects.change(aChange(row, 'manager', requested(), LATER))
    const heads = await projects.filings(id)
    expect(heads).toHaveLength(game.filings.length + 1)
    expect(heads[0]).toEqual({ project: id, kind: 'change-request', number: 1, revision: 1, hash: heads[0]?.hash, at: LATER })
    for (const filing of game.filings) {
      const { kind, number, revision } = filing
      const of = 'of' in filing ? { of: filing.of } : {}
      expect(await projects.filing({ project: id, kind, ...of, number, revision })).toEqual(filing)
    }
    const documents = await projects.filings(id, ['document', 'minutes'])
    expect(documents.map(({ kind, of }) => ({ kind, of }))).toEqual(
      expect.arrayContaining([{ kind: 'document', of: 'project-directive' }, { kind: 'minutes' }]),
    )
    expect(await projects.filing({ project: id, kind: 'decision', number: 99, revision: 1 })).toBeUndefined()
  })

  it('leave what is to be done, in order, until it is told', async () => {
    const row = await keepRunning(projects)
    const made = await effectsOf(row.project.id)
    await projects.told(
      made.map(({ id }) => id),
      LATER,
    )
    const change = aChange(row, 'manager', requested(), LATER)
    await projects.change(change)
    const untold = await effectsOf(row.project.id)
    expect(untold.map(({ effect }) => effect)).toEqual(change.effects)
    expect(untold.map(({ id }) => id)).toEqual(change.effects.map((_, at) => `${row.project.id}:2:${at + 1}`))
    expect(untold[0]).toMatchObject({ at: LATER, tries: 0 })
    await projects.told([untold[0]!.id], LATER)
    await projects.told([untold[0]!.id], days(9))
    expect(await effectsOf(row.project.id)).toEqual(untold.slice(1))
  })

  it('put off what cannot be told now, and nothing else', async () => {
    const { project } = await keepRunning(projects)
    const [first, ...rest] = await effectsOf(project.id)
    await projects.putOff([first!.id], days(5))
    expect(await effectsOf(project.id, days(4))).toEqual(rest)
    expect(await effectsOf(project.id, days(5))).toEqual([{ ...first!, tries: 1 }, ...rest])
    await projects.told([first!.id], LATER)
    await projects.putOff([first!.id], days(1))
    expect(await effectsOf(project.id, days(9))).toEqual(rest)
  })

  it('tell whoever listens that they have changed', async () => {
    const row = await keepRunning(projects)
    const heard = new Promise<void>((resolve) => {
      const stop = opened.stores.waking.onProject((project) => {
        if (project === row.project.id) resolve(stop())
      })
    })
    await projects.change(aChange(row, 'owner', renamed('Heard')))
    await heard
  })

  it('are gone through by id, some at a time', async () => {
    const ids: string[] = []
    for (let made = 0; made < 3; made++) ids.push((await keepRunning(projects)).project.id)
    const seen: string[] = []
    for (let some = await projects.idsAfter(undefined, 2); some.length > 0; some = await projects.idsAfter(some.at(-1), 2))
      seen.push(...some)
    expect(seen).toEqual(seen.toSorted())
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(ids))
  })

  it('have everything that was done and seen in one unbroken chain, whoever comes at once', async () => {
    let row = await keepRunning(projects)
    const { id } = row.project
    const saw = (n: number) =>
      projects.note({
        project: id,
        at: LATER,
        by: WHO.chair,
        where: 'tab',
        action: 'saw',
        detail: { what: 'plan', n, at: '09:00' },
      })
    for (let n = 0; n < 5; n++) {
      const change = aChange(row, 'owner', renamed(`Name ${n}`))
      await Promise.all([saw(n), projects.change(change), saw(n + 100), saw(n + 200)])
      row = (await projects.find(id))!
    }
    const rows = await projects.audit(id)
    expect(rows).toHaveLength(21)
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => at + 1))
    const end = await projects.auditEnd(id)
    expect(end).toEqual({ seq: 21, hash: rows.at(-1)!.hash })
    expect(brokenAt(rows, end?.hash)).toBeUndefined()
    expect(rows.filter(({ action }) => action === 'renamed').map(({ detail }) => detail)).toEqual(
      [0, 1, 2, 3, 4].map((n) => renamed(`Name ${n}`)),
    )
    expect(await projects.auditEnd('none')).toBeUndefined()
    expect(await projects.audit('none')).toEqual([])
  })

  it('have frames by portfolio and year, each change of which is written down', async () => {
    const fact = { project: 'portfolio:training', at: START, by: WHO.office, where: 'tab' as const, action: 'frame-set' }
    const frame = { portfolio: 'training' as const, year: '2031', frame: 9_007_199_254_740_991 }
    await projects.setFrame({ ...frame, frame: 1 }, { ...fact, detail: { frame: 1 } })
    await projects.setFrame(frame, { ...fact, detail: { frame: frame.frame } })
    expect(await projects.frames('2031')).toEqual([frame])
    expect(await projects.frames('2032')).toEqual([])
    expect(brokenAt(await projects.audit(fact.project))).toBeUndefined()
  })

  it('have drafts, one for a person and what it is about, that are anything until they are sent', async () => {
    const of = { person: WHO.member, project: unique('project'), kind: 'status-report' as const, about: '2027-01-11' }
    const draft = {
      ...of,
      said: { hours: 'åtta\u0000', at: '2027-01-11T09:00:00.000Z', more: [1, null] },
      page: 2,
      savedAt: START,
    }
    await projects.saveDraft({ ...draft, page: 1 })
    await projects.saveDraft(draft)
    const newer = { ...draft, about: '2027-01-18', savedAt: LATER }
    await projects.saveDraft(newer)
    await projects.saveDraft({ ...draft, person: WHO.sub })
    expect(await projects.draft(of)).toEqual(draft)
    expect((await projects.drafts(WHO.member)).filter(({ project }) => project === of.project)).toEqual([newer, draft])
    await projects.dropDraft(of)
    expect(await projects.draft(of)).toBeUndefined()
    expect(await projects.draft({ ...of, person: WHO.sub })).toBeDefined()
  })

  it('know where the cards about a matter are, the newest line of each conversation', async () => {
    const project = unique('project')
    const place = {
      project,
      matter: 1,
      channel: 'msteams',
      conversation: 'one|1',
      seq: 5,
      round: 2,
      person: WHO.chair,
      at: START,
    }
    await projects.placeCard(place)
    await projects.placeCard({ ...place, seq: 3 })
    await projects.placeCard({ ...place, seq: 9, round: 1 })
    const { person: _nobody, ...many } = { ...place, conversation: 'two', at: LATER }
    await projects.placeCard(many)
    await projects.placeCard({ ...place, matter: 2 })
    expect(await projects.cards(project, 1)).toEqual([place, many])
    expect(await projects.cards(project)).toHaveLength(3)
    await projects.dropCards(project, 1)
    expect(await projects.cards(project)).toEqual([{ ...place, matter: 2 }])
  })

  it('keep the card that waits for a decision, and its chat, when what was said around it is deleted', async () => {
    const { conversations, lines, teams } = opened.stores
    const [project, conversation] = [unique('project'), unique('19:waiting')]
    const key = { channel: 'msteams', conversation }
    await projects.openPlace({ project, conversation, language: 'sv', by: WHO.chair, since: START }, 'group', {
      serviceUrl: 'https://teams.example/',
    })
    const say = async (edits?: number) => {
      const activity = aBotLine({ timestamp: START.toISOString() })
      const appended = await lines.append(key, [{ activity, ...(edits === undefined ? {} : { edits }) }], START)
      return appended === 'gone' ? -1 : appended.seqs[0]!
    }
    const seqs = [await say(), await say(), await say()]
    await conversations.markSent(key, seqs, { line: 2, id: 'of Teams' })
    const card = { project, matter: 1, ...key, seq: 2, round: 1, at: START }
    await projects.placeCard(card)
    const limits = { ordinaryBefore: LATER, sharedBefore: LATER, uploadsBefore: START, countersBefore: START }
    const tidied = async () => {
      await teams.deleteExpired(LATER)
      await conversations.deleteExpired(limits)
      return (await conversations.activities(key, 0)).map(({ seq }) => seq)
    }
    expect(await tidied()).toEqual([2])
    // Decided: the card is changed a last time, and until that is sent it has to be known what is changed.
    expect(await say(2)).toBe(4)
    await projects.dropCards(project, 1)
    await teams.deleteExpired(LATER)
    let taken = await conversations.takeUndelivered('msteams', LATER, 1)
    while (taken && taken.conversation !== conversation) taken = await conversations.takeUndelivered('msteams', LATER, 1)
    expect(taken?.activities).toMatchObject([{ seq: 4, edits: { seq: 2, id: 'of Teams' } }])
    await conversations.markSent(key, [4])
    expect(await tidied()).toEqual([])
    expect(await conversations.find(key)).toBeUndefined()
    // A steering group that said nothing for long is asked in the same place again.
    expect(await say()).toBe(-1)
    await teams.makeReady(conversation, LATER)
    expect(await say()).toBe(1)
  })

  it('have places in Teams where a steering group decides, to which lines can be sent', async () => {
    const { conversations, lines } = opened.stores
    const [project, other, conversation] = [unique('project'), unique('project'), unique('19:place')]
    const place = { project, conversation, language: 'sv', by: WHO.chair, since: START }
    const address = (n: number) => ({ serviceUrl: `https://teams.example/${n}` })
    await projects.openPlace({ ...place, language: 'en' }, 'group', address(1))
    await projects.openPlace({ ...place, project: other }, 'channel', address(2))
    await projects.openPlace(place, 'channel', address(2))
    expect(await projects.places(project)).toEqual([place])
    const key = { channel: 'msteams', conversation }
    expect(await lines.append(key, [{ activity: aBotLine() }], START)).toEqual({ seqs: [1] })
    await conversations.park(key, 'blocked', START)
    await projects.openPlace(place, 'channel', address(3))
    expect(await lines.append(key, [{ activity: aBotLine() }], START)).toEqual({ seqs: [2] })
    let taken = await conversations.takeUndelivered('msteams', LATER, 1)
    while (taken && taken.conversation !== conversation) taken = await conversations.takeUndelivered('msteams', LATER, 1)
    expect(taken?.returnAddress).toEqual(address(3))
    expect(await projects.closePlaces(conversation)).toEqual([project, other].sort())
    expect(await projects.closePlaces(conversation)).toEqual([])
    expect(await projects.places(project)).toEqual([])
  })

  it('remind of each thing once, and keep it until it is told', async () => {
    const project = unique('project')
    const reminder = (key: string, to: string, on: string) => {
      const duty = { key, project, kind: 'vote' as const, who: [to], due: on, about: 3 }
      return { project, reminder: { key: `${project}/${key}`, to, on, duty, isEscalation: false } }
    }
    const people = [unique('a|person'), unique('b|person')] as const
    const made = [reminder('one', people[1], '2027-02-02'), reminder('two', people[0], '2027-02-02')]
    expect(await projects.remind(made, '2027-02-02')).toHaveLength(2)
    const third = reminder('three', people[0], '2027-02-01')
    expect(await projects.remind([...made, third], '2027-02-01')).toEqual([third.reminder.key])
    expect(await projects.remindedUntil()).toBe('2027-02-02')
    expect(await projects.remind([], '2027-02-03')).toEqual([])
    expect(await projects.remindedUntil()).toBe('2027-02-03')
    expect(await projects.unreminded(1)).toEqual([third, made[1]])
    expect(await projects.unreminded(9)).toEqual([third, made[1], made[0]])
    expect(await projects.unreminded([people[1], 'nobody'])).toEqual([made[0]])
    expect(await projects.unreminded([])).toEqual([])
    await projects.reminded(
      [third, made[1]!].map(({ reminder: { key } }) => ({ project, key })),
      LATER,
    )
    expect(await projects.unreminded(9)).toEqual([made[0]])
    expect(await projects.remind(made, '2027-02-03')).toEqual([])
  })

  it('are tidied of what has done its work, and of nothing that waits', async () => {
    const row = await keepRunning(projects)
    const { id } = row.project
    const [told, ...waiting] = await effectsOf(id)
    await projects.told([told!.id], START)
    await projects.change({ ...aChange(row, 'owner', renamed('Old')), key: 'old' })
    const row2 = (await projects.find(id))!
    await projects.change({ ...aChange(row2, 'owner', renamed('New'), days(30)), key: 'new' })
    const draft = { person: WHO.member, project: id, kind: 'change-request' as const, about: '', said: {}, page: 1 }
    await projects.saveDraft({ ...draft, savedAt: START })
    await projects.tidy(days(10))
    expect(await projects.wasDone(id, 'old')).toBe(false)
    expect(await projects.wasDone(id, 'new')).toBe(true)
    expect(await projects.draft(draft)).toBeUndefined()
    expect((await effectsOf(id)).map((one) => one.id)).toEqual(waiting.map((one) => one.id))
    expect(await projects.find(id)).toMatchObject({ version: 3 })
  })
})
