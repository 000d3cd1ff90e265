import { z } from 'zod'
import { leaseOf, type HandOff } from '../../domain/desk/hand-off.js'
import type { HandOffEvent } from '../../domain/desk/hand-off-events.js'
import { HUB_ID } from '../../domain/desk/hub.js'
import type { HandOffRow } from '../../domain/desk/ports.js'
import { contentLanguage } from '../../domain/language.js'
import { agentLineOf } from '../../turn/activities.js'
import { masked } from '../masking.js'
import { changeHandOff } from '../changing.js'
import type { HubDeskNeeds } from './needs.js'
import { staffedByHub, type Speaker } from './staffed-by-hub.js'

/** What the hub sends, as far as it is looked at. Everything else in it is let be. */
export const FromHub = z.object({
  type: z.string().max(100),
  id: z.string().min(1).max(200).optional(),
  name: z.string().max(200).optional(),
  text: z.string().max(20_000).optional(),
  value: z.unknown().optional(),
  from: z.object({ name: z.string().max(200).optional() }).optional(),
  conversation: z.object({ id: z.string().min(1).max(200) }),
})
export type FromHub = z.infer<typeof FromHub>

const Status = z.object({ state: z.string() })

/** `ignored` is what this bot does not know; why something was not done is one of the domain's reasons. */
export type Heard = { outcome: 'done' | 'ignored' } | { outcome: 'not-done'; why: string } | 'no-such-conversation'

type Hearing = { needs: HubDeskNeeds; row: HandOffRow; said: FromHub; key: string }

/** Does what the hub says. The same thing twice is done once. `key` stands for the activity's id where it has none. */
export async function hearHub(needs: HubDeskNeeds, said: FromHub, key: string): Promise<Heard> {
  const row = await needs.store.find(said.conversation.id)
  if (!row) return 'no-such-conversation'
  const store = staffedByHub(needs.store, needs, speakerOf(needs, row.handOff, said))
  const hear = HEARD[nameOf(said)]
  if (hear) return hear({ needs: { ...needs, store }, row, said, key: said.id ?? key })
  needs.log.info({ handOff: row.handOff.id, type: said.type }, 'the hub said something that nobody here knows')
  return { outcome: 'ignored' }
}

function nameOf({ type, name, value }: FromHub): string {
  if (type !== 'event') return type
  return name === 'handoff.status' ? `status:${Status.safeParse(value).data?.state}` : `event:${name}`
}

const HEARD: Record<string, ((hearing: Hearing) => Promise<Heard>) | undefined> = {
  'status:accepted': (hearing) => changed(hearing, { kind: 'claimed', by: HUB_ID }, 'hub.accepted'),
  'status:failed': (hearing) => failed(hearing),
  'status:completed': (hearing) => completed(hearing),
  message: (hearing) => say(hearing),
  async typing({ needs, row }) {
    await needs.store.typing(row.handOff.id, 'agent')
    return { outcome: 'done' }
  },
}

async function changed({ needs, row }: Hearing, event: HandOffEvent, action: string): Promise<Heard> {
  const change = await changeHandOff(needs, row.handOff.id, { event, by: 'hub', action })
  return change.kind === 'moved' ? { outcome: 'done' } : { outcome: 'not-done', why: change.why }
}

/** Nobody there can take it now. The citizen is told so, and may be called or written to instead; later the hub is asked again. */
async function failed(hearing: Hearing): Promise<Heard> {
  const { needs, row } = hearing
  await needs.hub.failed(row.handOff.id, needs.now())
  const held = heldBy(row.handOff)
  return changed(hearing, held ? { kind: 'let-go', ...held } : { kind: 'ticked' }, 'hub.failed')
}

/** Back with the bot, and asked how it was. A promise to call or write is kept by that. */
async function completed(hearing: Hearing): Promise<Heard> {
  const held = heldBy(hearing.row.handOff)
  if (!held) return { outcome: 'not-done', why: 'not-yours' }
  const isPromise = hearing.row.handOff.situation.status === 'keeping-promise'
  const event: HandOffEvent = isPromise ? { kind: 'finished', reason: 'answered', ...held } : { kind: 'handed-back', ...held }
  return changed(hearing, event, 'hub.completed')
}

/** An agent writes to the citizen. Who writes has taken it, whether that was said or not. */
async function say(hearing: Hearing): Promise<Heard> {
  const { needs, row, said, key } = hearing
  const { text, detail } = masked(needs, said.text?.trim() ?? '')
  if (text === '') return { outcome: 'ignored' }
  if (!heldBy(row.handOff)) {
    const taken = await changed(hearing, { kind: 'claimed', by: HUB_ID }, 'hub.accepted')
    if (typeof taken === 'object' && taken.outcome !== 'done') return taken
  }
  const held = heldBy(((await needs.store.find(row.handOff.id)) ?? row).handOff)
  if (!held) return { outcome: 'not-done', why: 'not-yours' }
  const { language } = row.handOff.place
  const about = { id: needs.newId(), turn: needs.newId(), at: needs.now(), language, ...speakerOf(needs, row.handOff, said) }
  const audit = { at: about.at, by: 'hub', action: 'hub.said', subject: row.handOff.id, ...(detail ? { detail } : {}) }
  const line = { handOff: row.handOff.id, key, ...held, activity: agentLineOf({ text, ...about }), at: about.at, audit }
  const stored = await needs.store.say(line)
  if (typeof stored === 'string') return { outcome: 'not-done', why: stored }
  return { outcome: 'done' }
}

function heldBy({ situation }: HandOff): { by: string; term: number } | undefined {
  const lease = leaseOf(situation)
  return lease?.holder === HUB_ID ? { by: HUB_ID, term: lease.term } : undefined
}

/** The agent's first name, if the hub says it; the queue's name otherwise. */
function speakerOf({ content }: HubDeskNeeds, { place }: HandOff, { from }: FromHub): Speaker {
  const team = content().queues.get(place.queue)?.name[contentLanguage(place.language)] ?? ''
  return { name: from?.name?.trim().split(/\s+/)[0] || team, team }
}
