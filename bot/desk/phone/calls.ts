import { createHash } from 'node:crypto'
import type { Letter } from '../../cards/phone/letter.js'
import { freshState } from '../../domain/conversations/state.js'
import { staffIdOf, type StaffMember } from '../../domain/desk/staff-member.js'
import type { CallItem, CallPress } from '../../domain/phone/call.js'
import type { CallView } from '../../domain/phone/call-view.js'
import type { Inbound } from '../../turn/turn.js'
import { callIds } from './call-ids.js'
import { callView } from './call-view.js'
import type { PhoneNeeds } from './needs.js'
import { keyOfCall, openCall, type OpenCall } from './open-call.js'
import { pressedIn } from './press-of.js'
import { callProblem, type CallProblem } from './problems.js'
import { letterFor, sendByMail, sendBySms, type ToSend } from './sending.js'

type Said = { key: string; text: string; language?: string }

/**
 * Phone mode: a caller's questions, asked by the agent who has them on the line. A call is a conversation like any other, so that it is answered,
 * masked and kept as one. It belongs to the member of staff who began it; for others it is not there. `page` is the language of the page (BCP 47).
 */
export type Calls = {
  /** Begins a call. The one that the page had before is over, and what was said in it is deleted at once. */
  start(member: StaffMember, started: { language?: string; ends?: string }, page: string): Promise<CallView>
  read(member: StaffMember, call: string, page: string): Promise<CallView | CallProblem>
  say(member: StaffMember, call: string, said: Said, page: string): Promise<CallView | CallProblem>
  press(member: StaffMember, call: string, pressed: CallPress, page: string): Promise<CallView | CallProblem>
  /** Answers in another language from now on, and what was found last once more. */
  speak(
    member: StaffMember,
    call: string,
    spoken: { key: string; language: string },
    page: string,
  ): Promise<CallView | CallProblem>
  mail(member: StaffMember, call: string, wanted: ToSend): Promise<'sent' | CallProblem>
  text(member: StaffMember, call: string, wanted: ToSend): Promise<'sent' | CallProblem>
  letter(member: StaffMember, call: string, items: readonly CallItem[], language: string): Promise<Letter | CallProblem>
}

export function calls(needs: PhoneNeeds): Calls {
  const { conversations, now, newId, tokenKey } = needs
  const ids = callIds(tokenKey, newId)

  const theirs = async (member: StaffMember, call: string): Promise<OpenCall | undefined> =>
    ids.isTheirs(call, staffIdOf(member)) ? openCall(needs, call) : undefined
  const viewOf = async (call: string, page: string): Promise<CallView | CallProblem> => {
    const open = await openCall(needs, call)
    return open ? callView(needs, open, page) : callProblem('not-there')
  }
  const wrote = (member: StaffMember, action: string, call: string, detail?: Record<string, string | number>): Promise<void> =>
    needs.store.log({ at: now(), by: staffIdOf(member), action, subject: call, ...(detail ? { detail } : {}) })
  /** Lets a turn run; what is shown afterwards is what was stored. */
  const take = async (member: StaffMember, call: string, part: Turning, page: string): Promise<CallView | CallProblem> => {
    const received = await needs.receive(inboundOf(member, call, part, now()))
    if (received.kind === 'ended') return callProblem('not-there')
    return received.kind === 'failed' ? unstoredView(needs, call, received.outgoing, page) : viewOf(call, page)
  }
  const sending = async (member: StaffMember, call: string, wanted: ToSend, way: typeof sendByMail, action: string) => {
    const open = await theirs(member, call)
    if (!open) return callProblem('not-there')
    const sent = await way(needs, open, wanted)
    if (sent === 'sent') await wrote(member, action, call, { items: wanted.items.length })
    return sent
  }
  /** Deletes what was said in a call, if it is this member's. */
  const end = async (member: StaffMember, call: string): Promise<void> => {
    if (!ids.isTheirs(call, staffIdOf(member))) return
    if ((await conversations.forget(visitorOf(call), now())) > 0) await wrote(member, 'phone.ended', call)
  }

  return {
    async start(member, { language, ends }, page) {
      if (ends !== undefined) await end(member, ends)
      const call = ids.draw(staffIdOf(member))
      await conversations.start(keyOfCall(call), { visitor: visitorOf(call), keeping: 'ordinary', at: now() })
      await wrote(member, 'phone.began', call)
      if (language !== undefined && needs.languages.includes(language))
        await needs.receive(inboundOf(member, call, speaking({ key: newId(), language }), now()))
      const open = await openCall(needs, call)
      if (!open) throw new Error('a call that was begun is not there')
      return callView(needs, open, page)
    },
    async read(member, call, page) {
      const open = await theirs(member, call)
      if (!open) return callProblem('not-there')
      await wrote(member, 'phone.read', call)
      return callView(needs, open, page)
    },
    async say(member, call, { key, text, language }, page) {
      if (!(await theirs(member, call))) return callProblem('not-there')
      return take(member, call, { id: key, said: { kind: 'text', text }, locale: language }, page)
    },
    async press(member, call, wanted, page) {
      const open = await theirs(member, call)
      if (!open) return callProblem('not-there')
      const pressed = pressedIn(open.activities, wanted)
      if (!pressed) return callProblem('old')
      const said = { kind: 'press', press: pressed.press, trigger: 'manual' } as const
      return take(member, call, { id: wanted.key, said, line: pressed.title }, page)
    },
    async speak(member, call, spoken, page) {
      if (!(await theirs(member, call))) return callProblem('not-there')
      return take(member, call, speaking(spoken), page)
    },
    mail: (member, call, wanted) => sending(member, call, wanted, sendByMail, 'phone.mailed'),
    text: (member, call, wanted) => sending(member, call, wanted, sendBySms, 'phone.texted'),
    async letter(member, call, items, language) {
      const open = await theirs(member, call)
      if (!open) return callProblem('not-there')
      const letter = await letterFor(needs, open, items, language)
      if (!('problem' in letter)) await wrote(member, 'phone.printed', call, { items: items.length })
      return letter
    },
  }
}

type Turning = Pick<Inbound, 'id' | 'said' | 'line' | 'locale'>

const speaking = ({ key, language }: { key: string; language: string }): Turning => ({
  id: key,
  said: { kind: 'press', press: { verb: 'language.choose', language }, trigger: 'manual' },
  locale: language,
})

/** One visitor a call, so that nothing ties the calls of one agent together, and ending one ends no other. */
const visitorOf = (call: string): string => createHash('sha256').update(`phone ${call}`).digest('base64url')

const inboundOf = (member: StaffMember, call: string, turning: Turning, at: Date): Inbound => ({
  ...turning,
  key: keyOfCall(call),
  kind: 'personal',
  at,
  who: { tenant: member.tenant, oid: member.oid, roles: member.roles },
  from: { id: 'caller' },
  visitor: visitorOf(call),
  inResponse: true,
})

/** Whoever is in danger is helped although nothing could be stored; everything else may be asked again. */
async function unstoredView(
  needs: PhoneNeeds,
  call: string,
  outgoing: Parameters<typeof callView>[1]['activities'],
  page: string,
): Promise<CallView | CallProblem> {
  const isCrisis = outgoing.some(
    ({ channelData }) => (channelData?.['lotsen'] as { outcome?: unknown } | undefined)?.outcome === 'crisis',
  )
  if (!isCrisis) return callProblem('failed')
  return callView(needs, { key: keyOfCall(call), call, state: freshState(), activities: outgoing }, page)
}
