import type { Commit, ConversationKey } from '../domain/conversations/conversation.js'
import { remembered } from '../domain/conversations/state.js'
import type { Log } from '../telemetry/log.js'
import type { Conversations } from './recall.js'

/** An answer to a crisis that was given and not stored. Nothing that anybody wrote is in it. */
export type Uncounted = {
  key: ConversationKey
  kind: Commit['kind']
  /** The key of what was answered: once that is stored as a turn of its own, there is nothing left to count. */
  inbound: string
  turn: Commit['turn']
}

// What is not counted when a database is gone for hours is told by the log.
const AT_MOST = 1_000

/** Keeps the crises that could not be stored, and stores that they happened, without a word of them, as soon as something can be stored. */
export function uncountedCrises({ conversations, log }: { conversations: Conversations; log: Log }) {
  let waiting: Uncounted[] = []
  let isStoring = false

  const storeAll = async (): Promise<void> => {
    while (waiting[0]) {
      await store(conversations, waiting[0])
      waiting = waiting.slice(1)
    }
  }

  return {
    keep(uncounted: Uncounted): void {
      const { turn, key } = uncounted
      log.error(
        { turn: turn.id, outcome: turn.outcome, conversation: key.conversation, channel: key.channel },
        'answered unstored',
      )
      if (waiting.length < AT_MOST) waiting = [...waiting, uncounted]
    },
    /** The database has just stored something. */
    canStore(): void {
      if (isStoring || waiting.length === 0) return
      isStoring = true
      void storeAll()
        .catch((error: unknown) => log.warn({ error }, 'crises are still not counted'))
        .finally(() => (isStoring = false))
    },
  }
}

async function store(conversations: Conversations, { key, kind, inbound, turn }: Uncounted): Promise<void> {
  const { conversation, duplicate } = await conversations.load(key, inbound)
  if (duplicate || conversation?.ended) return
  // A conflict means that the conversation goes on at this moment; then its next turn tries again.
  const committed = await conversations.commit({
    key,
    expects: conversation?.version ?? 0,
    kind,
    state: { ...remembered(conversation?.state), hiddenUpTo: conversation?.seq ?? 0 },
    inbound: { key: `crisis ${turn.id}` },
    turn,
    outgoing: [],
    delivered: true,
    hides: true,
  })
  if (committed === 'conflict') throw new Error('The conversation changed while a crisis was counted')
}
