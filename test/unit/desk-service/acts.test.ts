import { describe, expect, it } from '@jest/globals'
import { ACTS } from '../../../bot/desk/acts.js'
import { WHY_REFUSED } from '../../../bot/desk/acting.js'
import { staffIdOf } from '../../../bot/domain/desk/staff-member.js'
import { may } from '../../../bot/domain/people/permissions.js'
import { ROLES } from '../../../bot/domain/people/roles.js'
import type { ActAnswer, ActName, DeskAct } from '../../../bot/domain/desk/acts.js'
import { openDesk } from '../../fixtures/desk-service.js'

const held = { handOff: 'h', term: 1 }
const until = new Date('2026-06-15T20:00:00Z')
const EVERY_ACT: { [Name in ActName]: Extract<DeskAct, { act: Name }> } = {
  take: { act: 'take', handOff: 'h' },
  next: { act: 'next' },
  decline: { act: 'decline', handOff: 'h' },
  say: { act: 'say', ...held, key: 'key-00001', text: 'Hej' },
  push: { act: 'push', ...held, key: 'key-00002', what: { kind: 'service', id: 's' } },
  note: { act: 'note', handOff: 'h', key: 'key-00003', text: 'Hej' },
  typing: { act: 'typing', handOff: 'h' },
  transfer: { act: 'transfer', ...held, to: { kind: 'queue', queue: 'q' }, reason: 'language' },
  'withdraw-transfer': { act: 'withdraw-transfer', ...held },
  'let-go': { act: 'let-go', ...held },
  convert: { act: 'convert', ...held, to: { kind: 'e-mail', value: 'kim@example.org' } },
  'not-reached': { act: 'not-reached', ...held },
  finish: { act: 'finish', ...held, reason: 'answered' },
  'hand-back': { act: 'hand-back', ...held },
  threat: { act: 'threat', ...held },
  'read-contact': { act: 'read-contact', handOff: 'h' },
  'ask-securely': { act: 'ask-securely', ...held },
  'read-secure': { act: 'read-secure', handOff: 'h' },
  register: { act: 'register', ...held, as: 'complaint' },
  report: { act: 'report', handOff: 'h', kind: 'bot-wrong', note: '' },
  presence: { act: 'presence', presence: 'available' },
  move: { act: 'move', handOff: 'h', queue: 'q' },
  'change-queue': { act: 'change-queue', queue: 'q', is: 'closed', until, reason: 'x' },
  'post-notice': { act: 'post-notice', text: 'x', until },
  'end-notice': { act: 'end-notice', notice: 'n' },
  'seen-to': { act: 'seen-to', failure: 'f' },
}
const why = (answer: ActAnswer): string => (answer.kind === 'refused' ? answer.why : 'done')

describe('what staff may do', () => {
  it.each(Object.values(EVERY_ACT))('$act is refused to every role that may not, and written down', async (wanted) => {
    const { desk, member, store } = await openDesk()
    for (const role of ROLES) {
      const one = await member({ roles: [role] })
      const answer = why(await desk.act(one, wanted))
      expect([role, answer === 'not-allowed']).toEqual([role, !may([role], ACTS[wanted.act].may)])
      if (answer !== 'not-allowed') continue
      const subject = 'handOff' in wanted ? wanted.handOff : staffIdOf(one)
      expect((await store.audit(subject)).map(({ action }) => action)).toContain('desk.not-allowed')
    }
  })

  it.each(WHY_REFUSED)('"%s" is explained in every language', async (reason) => {
    const { translate } = await openDesk()
    const key = `desk-refused.${reason}`
    for (const language of ['sv', 'en']) expect(translate(language)(key, { name: 'Kim', limit: 1 })).not.toContain('desk-refused')
  })
})

describe('a chat at the desk', () => {
  it('is taken by one of two, and the other is told by whom', async () => {
    const { desk, member, chat } = await openDesk()
    const [kim, robin] = [await member({ name: 'Kim' }), await member({ name: 'Robin' })]
    const { handOff } = await chat()
    const answers = await Promise.all([
      desk.act(kim, { act: 'take', handOff: handOff.id }),
      desk.act(robin, { act: 'take', handOff: handOff.id }),
    ])
    expect(answers.map(why).sort()).toEqual(['done', 'taken'])
    expect(answers.find(({ kind }) => kind === 'refused')).toMatchObject({
      holder: expect.stringMatching(/Kim|Robin/) as unknown as string,
    })
  })

  it('gets what the agent writes once, however often it is sent, and without personal numbers', async () => {
    const { desk, member, chat, texts } = await openDesk()
    const kim = await member()
    const { handOff, key } = await chat()
    const taken = await desk.act(kim, { act: 'take', handOff: handOff.id })
    const term = taken.kind === 'done' ? taken.term! : 0
    const say = { act: 'say', handOff: handOff.id, term, key: 'a-key-of-the-page', text: 'Är det 19121212-1212?' } as const
    await desk.act(kim, say)
    await desk.act(kim, say)
    expect((await texts(key)).filter((text) => text?.startsWith('Är det'))).toEqual(['Är det ■■■■?'])
  })

  it('that has ended takes nothing more, and says why', async () => {
    const { desk, member, chat, store } = await openDesk()
    const kim = await member()
    const { handOff } = await chat()
    const taken = await desk.act(kim, { act: 'take', handOff: handOff.id })
    const of = { handOff: handOff.id, term: taken.kind === 'done' ? taken.term! : 0 }
    expect(why(await desk.act(kim, { act: 'finish', ...of, reason: 'answered' }))).toBe('done')
    expect(why(await desk.act(kim, { act: 'say', ...of, key: 'too-late-key', text: 'Hej' }))).toBe('ended')
    expect(why(await desk.act(kim, { act: 'finish', ...of, reason: 'answered' }))).toBe('not-now')
    expect(why(await desk.act(kim, { act: 'take', handOff: handOff.id }))).toBe('not-now')
    expect((await store.audit(handOff.id)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['desk.taken', 'desk.finished']),
    )
  })

  it('goes back to the queue when its desk has been silent for a minute, with everything written kept', async () => {
    const { desk, member, chat, store, pass, texts } = await openDesk()
    const kim = await member()
    const { handOff, key } = await chat()
    const taken = await desk.act(kim, { act: 'take', handOff: handOff.id })
    const of = { handOff: handOff.id, term: taken.kind === 'done' ? taken.term! : 0 }
    await desk.act(kim, { act: 'say', ...of, key: 'kept-key', text: 'Jag kollar' })
    pass(45)
    await desk.beat(kim)
    pass(30)
    await desk.tick()
    expect((await store.find(handOff.id))!.handOff.situation.status).toBe('with-agent')
    await member({ name: 'Robin' })
    pass(35)
    await member({ name: 'Alva' })
    await desk.tick()
    expect((await store.find(handOff.id))!.handOff.situation.status).toBe('waiting')
    expect(await texts(key)).toContain('Jag kollar')
    expect(why(await desk.act(kim, { act: 'say', ...of, key: 'lost-key', text: 'Är du kvar?' }))).toBe('not-yours')
  })

  it('is answered by mail when that was promised', async () => {
    const { desk, member, chat, stores, now } = await openDesk()
    const kim = await member()
    const { handOff } = await chat()
    const taken = await desk.act(kim, { act: 'take', handOff: handOff.id })
    const of = { handOff: handOff.id, term: taken.kind === 'done' ? taken.term! : 0 }
    expect(why(await desk.act(kim, { act: 'convert', ...of, to: { kind: 'e-mail', value: 'nobody' } }))).toBe('wrong-contact')
    await desk.act(kim, { act: 'convert', ...of, to: { kind: 'e-mail', value: 'kim@example.org' } })
    const again = await desk.act(kim, { act: 'take', handOff: handOff.id })
    const term = again.kind === 'done' ? again.term! : 0
    expect(await desk.act(kim, { act: 'read-contact', handOff: handOff.id })).toMatchObject({ value: 'kim@example.org' })
    await desk.act(kim, { act: 'say', handOff: handOff.id, term, key: 'mail-key', text: 'Svaret är ja.' })
    expect(await stores.mails.take(now(), 60)).toMatchObject({
      to: 'kim@example.org',
      text: expect.stringContaining('Svaret är ja.') as unknown as string,
    })
  })

  it('shows a place and a wait, and learns from how long it was', async () => {
    const { desk, member, chat, store, pass } = await openDesk()
    const kim = await member()
    const { handOff } = await chat()
    await chat()
    expect(await desk.tellWaits()).toBe(2)
    expect(await desk.tellWaits()).toBe(0)
    const { shown } = (await store.find(handOff.id))!
    expect(shown).toMatchObject({ of: 2 })
    expect(shown!.interval!.toSeconds % 60).toBe(0)
    const before = await store.waitMemory()
    pass(30)
    await desk.act(kim, { act: 'take', handOff: handOff.id })
    await new Promise((resolve) => setImmediate(resolve))
    expect((await store.waitMemory()).calibration.fell).toHaveLength(before.calibration.fell.length + 1)
  })
})
