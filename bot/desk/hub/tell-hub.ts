import type { StoredWithSeq } from '../../domain/conversations/conversation.js'
import { LEASE_SECONDS } from '../../domain/desk/claim.js'
import { isWaitingFor, leaseOf, pledgeOf, type HandOff } from '../../domain/desk/hand-off.js'
import { ASK_AGAIN_SECONDS, HUB_ID, type HubRow, type ToldHub } from '../../domain/desk/hub.js'
import type { HandOffRow } from '../../domain/desk/ports.js'
import { secondsAfter } from '../../domain/seconds-after.js'
import { beat } from '../beat.js'
import { changeHandOff } from '../changing.js'
import { forwarded, goodbye, initiate, transcript, type HubActivity } from './hub-activities.js'
import { hubMember } from './staffed-by-hub.js'
import type { HubDeskNeeds } from './needs.js'

const HOLD_SECONDS = 60
const PAGE = 100
/** A transcript above so many bytes is fetched by the hub, where it can. */
export const INLINE_BYTES = 64 * 1024
const LONGEST_WAIT_SECONDS = 60

/** As what the hub is to have a hand-off now; undefined when it is not its affair. */
type Wanted = 'chat' | 'promise' | 'held' | undefined

function wantedOf({ situation }: HandOff): Wanted {
  const lease = leaseOf(situation)
  if (lease) return lease.holder === HUB_ID ? 'held' : undefined
  if (!isWaitingFor(situation)) return undefined
  return pledgeOf(situation)?.kind === 'answer-here' ? 'chat' : 'promise'
}

/**
 * Compares what the hub knows with what it should, and tells it the difference: what waits, what the citizen has written since, what is
 * over. All of it is stored already, so nothing is lost while the hub is away; it is told later, in order. Any instance may do it.
 */
export async function tellHub(needs: HubDeskNeeds): Promise<void> {
  const [live, rows] = await Promise.all([needs.store.live(needs.now()), needs.hub.all()])
  const known = new Map(rows.map((row) => [row.handOff, row]))
  const member = hubMember(rows, needs)
  // What it holds it keeps as long as it takes what it is told.
  if (needs.now().getTime() - member.heardAt.getTime() < LEASE_SECONDS * 1000) await beat(needs, member)
  for (const row of live) if (wantedOf(row.handOff) || known.has(row.handOff.id)) await tellOf(needs, row.handOff.id)
  const isLive = new Set(live.map(({ handOff }) => handOff.id))
  for (const { handOff } of rows) if (!isLive.has(handOff)) await tellOf(needs, handOff)
}

async function tellOf(needs: HubDeskNeeds, id: string): Promise<void> {
  const row = await needs.store.find(id)
  if (!row) return needs.hub.forget(id)
  const at = needs.now()
  const news = await needs.hub.take(id, row.handOff.place.queue, at, HOLD_SECONDS)
  if (!news) return
  try {
    if (!news.tryAt || news.tryAt <= at) await tellNews(needs, row, news)
  } finally {
    await needs.hub.release(id)
  }
}

async function tellNews(needs: HubDeskNeeds, row: HandOffRow, news: HubRow): Promise<void> {
  const wanted = wantedOf(row.handOff)
  if (!wanted) return sayGoodbye(needs, row, news)
  if (wanted !== 'held' && isToBeAsked(wanted, row.handOff, news, needs.now())) return askFor(needs, row, news, wanted)
  return forward(needs, row, news)
}

function isToBeAsked(as: 'chat' | 'promise', { terms }: HandOff, { asked, failedAt }: HubRow, at: Date): boolean {
  if (!asked || asked.as !== as) return true
  if (failedAt && failedAt >= asked.at) return at.getTime() - failedAt.getTime() >= ASK_AGAIN_SECONDS * 1000
  return asked.terms !== terms
}

async function askFor(needs: HubDeskNeeds, row: HandOffRow, news: HubRow, as: 'chat' | 'promise'): Promise<void> {
  const { handOff } = row
  // It may answer before the request has ended; what it says then stands.
  const at = needs.now()
  const lines = await linesAfter(needs, row, 0)
  const promise = pledgeOf(handOff.situation)
  const contact = promise && 'contact' in promise ? await needs.store.contact(promise.contact) : undefined
  if (contact) await needs.store.log({ at: needs.now(), by: 'hub', action: 'contact.read', subject: handOff.id })
  const isLarge = Buffer.byteLength(JSON.stringify(transcript(lines))) > INLINE_BYTES
  const contentUrl = isLarge ? needs.transcriptUrl?.(handOff.id) : undefined
  const activity = initiate({ row, lines, at, failedAt: news.failedAt, serviceUrl: needs.publicOrigin, contact, contentUrl })
  const told = await tellOnce(needs, news, activity)
  if (told.kind === 'sent')
    await needs.hub.save(handOff.id, { asked: { as, terms: handOff.terms, at }, seq: lines.at(-1)?.seq ?? 0, tries: 0 })
  else if (told.kind !== 'retry') await putOff(needs, news, ASK_AGAIN_SECONDS)
}

async function forward(needs: HubDeskNeeds, row: HandOffRow, news: HubRow): Promise<void> {
  const { asked } = news
  for (const line of await linesAfter(needs, row, news.seq)) {
    if (line.activity.type === 'message' && line.activity.from.role === 'user') {
      const told = await tellOnce(needs, news, forwarded(row, line, needs.publicOrigin))
      if (told.kind === 'unknown') return lostByHub(needs, row)
      if (told.kind === 'retry') return
      if (told.kind === 'refused') needs.log.error({ handOff: row.handOff.id, seq: line.seq }, 'the hub refused a line')
    }
    await needs.hub.save(row.handOff.id, { asked, seq: line.seq, tries: 0 })
  }
}

/** The hub has forgotten it, as after a restart: it goes back to its place in the queue, and the hub is asked anew. */
async function lostByHub(needs: HubDeskNeeds, { handOff }: HandOffRow): Promise<void> {
  const lease = leaseOf(handOff.situation)
  if (!lease) return needs.hub.forget(handOff.id)
  const event = { kind: 'let-go', by: HUB_ID, term: lease.term } as const
  await changeHandOff(needs, handOff.id, { event, by: 'hub', action: 'hub.lost' })
}

async function sayGoodbye(needs: HubDeskNeeds, row: HandOffRow, news: HubRow): Promise<void> {
  const { id } = row.handOff
  if (!news.asked) return needs.hub.forget(id)
  const told = await tellOnce(needs, news, goodbye(row, needs.now(), needs.publicOrigin))
  if (told.kind !== 'retry') await needs.hub.forget(id)
}

/** Tells it one thing; a failure is written down, with when it is tried again. */
async function tellOnce(needs: HubDeskNeeds, news: HubRow, activity: HubActivity): Promise<ToldHub> {
  const told = await needs.tell(activity, activity.id)
  if (told.kind === 'retry') await putOff(needs, news, told.afterSeconds ?? Math.min(2 ** news.tries, LONGEST_WAIT_SECONDS))
  return told
}

async function putOff(needs: HubDeskNeeds, news: HubRow, seconds: number): Promise<void> {
  const at = needs.now()
  const { asked, seq, tries, failingSince = at } = await newest(needs, news)
  const tryAt = secondsAfter(at, seconds)
  await needs.hub.save(news.handOff, { asked, seq, tries: tries + 1, failingSince, tryAt })
}

const newest = async ({ hub }: HubDeskNeeds, news: HubRow): Promise<HubRow> =>
  (await hub.all()).find(({ handOff }) => handOff === news.handOff) ?? news

/** Every line above this number, oldest first. */
export async function linesAfter({ conversations }: HubDeskNeeds, { key }: HandOffRow, after: number): Promise<StoredWithSeq[]> {
  const lines: StoredWithSeq[] = []
  for (;;) {
    const page = await conversations.activities(key, lines.at(-1)?.seq ?? after, PAGE)
    lines.push(...page)
    if (page.length < PAGE) return lines
  }
}
