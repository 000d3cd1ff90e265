// An echo bot that stores what Lotsen stores, by the same two statements, with answers as large: everything but the thinking.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Activity, TurnContext } from 'botbuilder'
import { z } from 'zod'
import type { StoredActivity } from '../bot/domain/conversations/message.js'
import { freshState } from '../bot/domain/conversations/state.js'
import { silentLog } from '../bot/telemetry/log.js'
import { openDatabase } from '../bot/store/open-database.js'
import { stores } from '../bot/store/stores.js'
import { serveEcho } from './echo-server.js'

const { DATA_DIR, DATABASE_URL, ANSWER_FILE } = z
  .object({ DATA_DIR: z.string(), DATABASE_URL: z.string().optional(), ANSWER_FILE: z.string() })
  .parse(process.env)

/** An answer that Lotsen gave, said again to everything: so what is stored and sent is of the same size. */
const answer = JSON.parse(readFileSync(ANSWER_FILE, 'utf8')) as StoredActivity
const database = await openDatabase({ dataDir: DATA_DIR, databaseUrl: DATABASE_URL, log: silentLog })
const { conversations } = stores(database)

async function echo(context: TurnContext): Promise<void> {
  const { channelId, conversation, from, text, serviceUrl, recipient, id: inboundKey = randomUUID() } = context.activity
  const key = { channel: channelId, conversation: conversation.id }
  const loaded = await conversations.load(key, inboundKey)
  if (loaded.duplicate) return send(context, loaded.duplicate.outgoing)
  const at = new Date()
  const turn = randomUUID()
  const line = { type: 'message', timestamp: at.toISOString() } as const
  const own: StoredActivity = { ...line, id: randomUUID(), from: { id: from.id, role: 'user' }, text, textFormat: 'plain' }
  const outgoing = [{ ...answer, ...line, id: randomUUID(), replyToId: own.id, text: `Echo: ${text}` }]
  const committed = await conversations.commit({
    key,
    expects: loaded.conversation?.version ?? 0,
    kind: 'personal',
    returnAddress: { channelId, serviceUrl, conversation: { id: conversation.id }, bot: recipient, user: { id: from.id } },
    state: freshState(),
    inbound: { key: inboundKey, activity: own },
    turn: { id: turn, at, language: 'sv', outcome: 'answer', results: [], labels: [], content: '', index: '', milliseconds: 0 },
    outgoing,
    delivered: true,
  })
  if (committed === 'conflict') throw new Error('Two turns of one conversation at once')
  await send(context, outgoing)
}

async function send(context: TurnContext, outgoing: readonly StoredActivity[]): Promise<void> {
  // botbuilder's own type has a Date where a text is sent.
  await context.sendActivities(outgoing as unknown as Partial<Activity>[])
}

await serveEcho(echo, () => database.close())
