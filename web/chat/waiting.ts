import type { Status } from './status.js'

// An answer that comes at once needs no "looking": it would only flicker, and be read aloud.
const AT_ONCE = 300
const TOO_LONG = 15_000

/** Shows that the bot is at work, and says so when it takes longer than it should. */
export function waitingFor(status: Status, words: { looking: string; slow: string }) {
  let timers: ReturnType<typeof setTimeout>[] = []

  const end = (): void => {
    timers.forEach(clearTimeout)
    timers = []
    status.clear('waiting')
  }

  return {
    isOn: () => timers.length > 0,
    begin(): void {
      end()
      timers = [
        setTimeout(() => status.say('waiting', words.looking), AT_ONCE),
        setTimeout(() => status.say('waiting', words.slow), TOO_LONG),
      ]
    },
    end,
  }
}
