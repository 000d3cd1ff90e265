import type { ConversationKey, ConversationRow, ConversationStore, Loaded } from '../domain/conversations/conversation.js'

/** What a turn begins with. */
export type Begun = {
  conversation?: Pick<ConversationRow, 'version' | 'seq' | 'state' | 'ended'>
  duplicate?: Loaded['duplicate']
}
export type Conversations = Pick<ConversationStore, 'commit'> & { load(key: ConversationKey, inboundKey: string): Promise<Begun> }

const AT_MOST = 10_000

/**
 * Spares a turn its question to the database when this process was the last to write the conversation, a moment ago. What is recalled need
 * not be true: a commit is refused when somebody else has written since, when the conversation has ended or is gone, and when the
 * same activity was taken before. Then nothing is recalled, and the turn runs again on what the database says.
 * A state is forgotten between one and two `milliseconds` after it was written, also when nobody asks; `close` stops the clock.
 */
export function recalling(conversations: Conversations, milliseconds: number): Conversations & { close(): void } {
  let recent = new Map<string, Begun>()
  let older = new Map<string, Begun>()
  const age = (): void => {
    older = recent
    recent = new Map()
  }
  const clock = setInterval(age, milliseconds)
  clock.unref()

  return {
    async load(key, inboundKey) {
      const name = nameOf(key)
      return recent.get(name) ?? older.get(name) ?? conversations.load(key, inboundKey)
    },
    async commit(turn) {
      const name = nameOf(turn.key)
      recent.delete(name)
      older.delete(name)
      const committed = await conversations.commit(turn)
      if (committed === 'conflict') return committed
      if (recent.size >= AT_MOST) age()
      recent.set(name, {
        conversation: { version: turn.expects + 1, seq: committed.seq, state: turn.state, ended: turn.end ?? false },
      })
      return committed
    },
    close: () => clearInterval(clock),
  }
}

const nameOf = ({ channel, conversation }: ConversationKey): string => `${channel}|${conversation}`
