import { statusText } from '../../cards/desk/status-text.js'
import { remembered } from '../../domain/conversations/state.js'
import { leaseOf, type Situation } from '../../domain/desk/hand-off.js'
import { whoHears } from '../../domain/desk/who-hears.js'
import type { DeskWaking, HandOffRow } from '../../domain/desk/ports.js'
import { keyOf, type DirectLineNeeds } from './needs.js'

type Needs = Pick<DirectLineNeeds, 'signs' | 'waking' | 'now' | 'log' | 'newId'>
type Show = (conversation: string, activity: Record<string, unknown>) => void

export type DeskSigns = {
  /** Somebody has begun to listen, who has been shown nothing yet. */
  begins(conversation: string): void
  close(): void
}

// The line moves all the time when many wait; faster than this nobody reads.
const BETWEEN_WAITS_MILLISECONDS = 200

/** Shows in the chat what happens at the desk without being said: that an agent types, and how the line has moved. Nothing of it is stored. */
export function deskSigns(needs: Needs, isHere: (conversation: string) => boolean, show: Show): DeskSigns {
  const { signs, waking, log } = needs
  if (!signs || !waking.onDesk) return { begins: () => undefined, close: () => undefined }
  let isReading = false
  let again = false
  let timer: NodeJS.Timeout | undefined
  // What each was shown last: what is the same is not told again.
  let shown = new Map<string, string>()

  const showWaits = async (): Promise<void> => {
    again = isReading
    if (isReading) return
    isReading = true
    try {
      const here = (await signs.store.live(needs.now())).filter(({ key }) => isHere(key.conversation))
      const had = shown
      shown = new Map(here.map((row) => [row.key.conversation, toldBy(row, needs.now())]))
      for (const row of here)
        if (had.get(row.key.conversation) !== shown.get(row.key.conversation)) show(row.key.conversation, waitingSign(needs, row))
    } catch (error) {
      log.warn({ error }, 'waits cannot be shown')
    }
    timer = setTimeout(() => {
      isReading = false
      if (again) void showWaits()
    }, BETWEEN_WAITS_MILLISECONDS).unref()
  }

  const showTyping = async (handOff: string): Promise<void> => {
    const row = await signs.store.find(handOff)
    if (row && isHere(row.key.conversation)) show(row.key.conversation, typingSign(needs))
  }

  const stop = waking.onDesk((what: DeskWaking) => {
    if (what.kind === 'waits' || what.kind === 'hand-off' || what.kind === '*') void showWaits()
    if (what.kind === 'typing' && what.who === 'agent')
      void showTyping(what.handOff).catch((error: unknown) => log.warn({ error }, 'typing cannot be shown'))
  })
  return {
    begins: (conversation) => void shown.delete(conversation),
    close() {
      stop()
      clearTimeout(timer)
    },
  }
}

/** All that a sign is made of. Its words may speak of days and hours, so they are made anew each minute. */
const toldBy = ({ handOff: { situation, place }, shown }: HandOffRow, at: Date): string =>
  JSON.stringify([place, isHeld(situation) ? situation.status : situation, shown, Math.floor(at.getTime() / 60_000)])

// A claim is prolonged all the time, of which nobody is told.
const isHeld = (situation: Situation): boolean => leaseOf(situation) !== undefined

const typingSign = ({ now, newId }: Needs) => ({
  type: 'typing',
  id: newId(),
  timestamp: now().toISOString(),
  from: { id: 'agent', role: 'bot' },
})

/** Of a hand-off that has not ended: the place and the wait, the same in words, and who hears what is said now. */
function waitingSign({ signs, now, newId }: Needs, { handOff, shown }: HandOffRow) {
  const at = now()
  const { language } = handOff.place
  const { ahead, of, interval } = shown ?? {}
  const text = statusText({ handOff, ...(shown ? { shown } : {}) }, at, { t: signs!.translate(language), language })
  return {
    type: 'event',
    name: 'lotsen.waiting',
    id: newId(),
    timestamp: at.toISOString(),
    from: { id: 'lotsen', role: 'bot' },
    locale: language,
    value: { ahead, of, ...interval, at: shown?.at.toISOString(), text, hears: whoHears(handOff.situation) },
  }
}

/** The citizen types: the desk is told, if somebody there has been asked. */
export async function tellDeskOfTyping(
  { signs, conversations, log }: Pick<DirectLineNeeds, 'signs' | 'conversations' | 'log'>,
  conversation: string,
): Promise<void> {
  if (!signs) return
  try {
    const row = await conversations.find(keyOf(conversation))
    const handOff = row && !row.ended ? remembered(row.state).desk?.handOff : undefined
    if (handOff !== undefined) await signs.store.typing(handOff, 'citizen')
  } catch (error) {
    log.warn({ error, conversation }, 'the desk is not told of typing')
  }
}
