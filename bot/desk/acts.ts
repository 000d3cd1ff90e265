import type { ActAnswer, ActName, DeskAct } from '../domain/desk/acts.js'
import { staffIdOf, type StaffMember } from '../domain/desk/staff-member.js'
import { may } from '../domain/people/permissions.js'
import { isHeldBy, refused, stepping, type Acting, type ActOf, type Doing } from './acting.js'
import { changeQueue, endNotice, postNotice, seenTo } from './leading.js'
import type { DeskNeeds } from './needs.js'
import { note, report } from './noting.js'
import { setPresence } from './presence.js'
import { convert, readContact } from './promising.js'
import { push } from './push.js'
import { say } from './say.js'
import { take, takeNext } from './take.js'

/** Everything that staff can do at the desk: who may, as what it is written down, and what is done. There is no other way to do anything. */
export const ACTS: { readonly [Name in ActName]: Doing<Name> } = {
  take: { may: 'desk.take', audit: 'desk.taken', run: take },
  next: { may: 'desk.take', audit: 'desk.taken', run: takeNext },
  decline: {
    may: 'desk.take',
    audit: 'desk.declined',
    run: stepping<ActOf<'decline'>>((_, by) => ({ kind: 'declined', by })),
  },
  say: { may: 'desk.write', audit: 'desk.said', run: say },
  push: { may: 'desk.write', audit: 'desk.pushed', run: push },
  note: { may: 'desk.write', audit: 'desk.noted', run: note },
  typing: { may: 'desk.write', run: showTyping },
  transfer: {
    may: 'desk.transfer',
    audit: 'desk.transfer-asked',
    run: stepping<ActOf<'transfer'>>(
      ({ term, to, reason }, by) => ({ kind: 'transfer-asked', by, term, to, reason }),
      ({ to, reason }) => ({ detail: { reason, target: to.kind === 'queue' ? to.queue : to.agent } }),
    ),
  },
  'withdraw-transfer': {
    may: 'desk.transfer',
    audit: 'desk.transfer-withdrawn',
    run: stepping<ActOf<'withdraw-transfer'>>(({ term }, by) => ({ kind: 'transfer-withdrawn', by, term })),
  },
  'let-go': {
    may: 'desk.take',
    audit: 'desk.let-go',
    run: stepping<ActOf<'let-go'>>(({ term }, by) => ({ kind: 'let-go', by, term })),
  },
  convert: { may: 'desk.convert', audit: 'desk.converted', run: convert },
  'not-reached': {
    may: 'desk.close',
    audit: 'desk.not-reached',
    run: stepping<ActOf<'not-reached'>>(({ term }, by) => ({ kind: 'not-reached', by, term })),
  },
  finish: {
    may: 'desk.close',
    audit: 'desk.finished',
    run: stepping<ActOf<'finish'>>(
      ({ term, reason }, by) => ({ kind: 'finished', by, term, reason }),
      ({ reason }) => ({ detail: { reason } }),
    ),
  },
  'hand-back': {
    may: 'desk.close',
    audit: 'desk.handed-back',
    run: stepping<ActOf<'hand-back'>>(({ term }, by) => ({ kind: 'handed-back', by, term })),
  },
  threat: {
    may: 'desk.threat',
    audit: 'desk.threat',
    run: stepping<ActOf<'threat'>>(({ term }, by) => ({ kind: 'threat', by, term })),
  },
  'read-contact': { may: 'contact.read', audit: 'contact.read', run: readContact },
  'ask-securely': { may: 'identity.ask', audit: 'identity.asked', run: elsewhere('ask-securely') },
  'read-secure': { may: 'identity.ask', audit: 'identity.read', run: elsewhere('read-secure') },
  register: { may: 'transcript.register', audit: 'transcript.registered', run: elsewhere('register') },
  report: { may: 'report.file', audit: 'report.filed', run: report },
  presence: { may: 'desk.see', audit: 'desk.presence', run: setPresence },
  move: {
    may: 'desk.move',
    audit: 'desk.moved',
    run: stepping<ActOf<'move'>>(
      ({ queue }) => ({ kind: 'moved', queue }),
      ({ queue }) => ({ detail: { queue } }),
    ),
  },
  'change-queue': { may: 'desk.open-queue', audit: 'queue.changed', run: changeQueue },
  'post-notice': { may: 'desk.notice', audit: 'notice.posted', run: postNotice },
  'end-notice': { may: 'desk.notice', audit: 'notice.ended', run: endNotice },
  'seen-to': { may: 'desk.not-sent', audit: 'not-sent.seen', run: seenTo },
}

/** What needs a system that not every desk has beside it. Whoever has none is told so. */
export type Elsewhere = { [Name in 'ask-securely' | 'read-secure' | 'register']?: Doing<Name>['run'] }

function elsewhere<Name extends keyof Elsewhere>(name: Name): Doing<Name>['run'] {
  return async (acting, act) => {
    const run = acting.needs.elsewhere?.[name]
    return run ? run(acting, act) : refused('not-set-up')
  }
}

async function showTyping({ needs, by }: Acting, { handOff }: ActOf<'typing'>): Promise<ActAnswer> {
  const row = await needs.store.find(handOff)
  if (!row) return refused('no-such-chat')
  if (!isHeldBy(row, by)) return refused('not-yours')
  await needs.store.typing(handOff, 'agent')
  return { kind: 'done', handOff }
}

/** Does it, if this member may. A refusal is an answer; only a database that cannot be asked rejects. */
export async function act(needs: DeskNeeds, member: StaffMember, wanted: DeskAct): Promise<ActAnswer> {
  const by = staffIdOf(member)
  const doing = ACTS[wanted.act] as Doing<ActName>
  const subject = 'handOff' in wanted ? wanted.handOff : by
  if (!may(member.roles, doing.may)) {
    await needs.store.log({ at: needs.now(), by, action: 'desk.not-allowed', subject, detail: { act: wanted.act } })
    return refused('not-allowed')
  }
  const answer = await doing.run({ needs, member, by, audit: doing.audit ?? wanted.act }, wanted)
  if (doing.audit)
    needs.log.info({ act: wanted.act, handOff: subject, outcome: answer.kind === 'done' ? 'done' : answer.why }, 'desk act')
  return answer
}
