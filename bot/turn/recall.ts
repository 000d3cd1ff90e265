import type { ConversationKey, ConversationRow, ConversationStore, Loaded } from '../domain/conversations/conversation.js'
import { remembered, type State } from '../domain/conversations/state.js'

/** What a turn begins with. `isOurs`: the state is recalled as this process wrote it, and not read from anywhere. */
export type Begun = {
  conversation?: Pick<ConversationRow, 'version' | 'seq' | 'ended'> &
    ({ isOurs: true; state: State } | { isOurs?: undefined; state: unknown })
  duplicate?: Loaded['duplicate']
}

/** The state of what a turn begins with. Only what is recalled needs no check of its shape. */
export const stateIn = ({ conversation }: Begun): State =>
  conversation?.isOurs ? conversation.state : remembered(conversation?.state)

export type Conversations = Pick<ConversationStore, 'commit'> & {
  load(key: ConversationKey, inboundKey: string): Promise<Begun>
  /** Nothing is recalled of it any more: somebody else writes to it. */
  overlook?(key: ConversationKey): void
}

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

  const overlook = (key: ConversationKey): void => {
    recent.delete(nameOf(key))
    older.delete(nameOf(key))
  }

  return {
    overlook,
    async load(key, inboundKey) {
      const name = nameOf(key)
      return recent.get(name) ?? older.get(name) ?? conversations.load(key, inboundKey)
    },
    async commit(turn) {
      overlook(turn.key)
      const committed = await conversations.commit(turn)
      if (committed === 'conflict') return committed
      // The desk adds lines without a version; and how far something is hidden, only the store knows.
      if (turn.state.desk || turn.hides) return committed
      if (recent.size >= AT_MOST) age()
      recent.set(nameOf(turn.key), {
        conversation: {
          version: turn.expects + 1,
          seq: committed.seq,
          state: turn.state,
          isOurs: true,
          ended: turn.end ?? false,
        },
      })
      return committed
    },
    close: () => clearInterval(clock),
  }
}

const nameOf = ({ channel, conversation }: ConversationKey): string => `${channel}|${conversation}`
