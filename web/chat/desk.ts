import type { Spoken } from './announce.js'
import type { Heard } from './heard.js'
import type { Status } from './status.js'

type Needs = {
  section: HTMLElement
  text: HTMLElement
  status: Status
  typing: string
  announce: (words: Spoken[]) => void
  tell: () => void
  /** Whether files can be sent: somebody is there who can look at them. */
  takesFiles: (isThere: boolean) => void
  isWithAgent: boolean
}

// How long it says that the agent types without a new sign of it, and how often the agent is told of our typing.
const TYPES_FOR = 6_000
const TELLS_EVERY = 6_000
// Whoever waits is not talked to all the time.
const SPEAKS_EVERY = 120_000

const outcomeOf = ({ channelData }: Heard): unknown => (channelData?.['lotsen'] as { outcome?: unknown } | undefined)?.outcome
const ENDS: readonly unknown[] = ['handed-off', 'feedback']

/** The box that says how it stands with a person who is to answer, and who is typing. */
export function deskBox({ section, text, status, typing, announce, tell, takesFiles, isWithAgent: began }: Needs) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let toldAt = 0
  let spokenAt = Date.now()
  let place: unknown
  let isWithAgent = began

  const say = (words: string): void => {
    section.hidden = words === ''
    if (text.textContent !== words) text.textContent = words
  }

  const turnTo = (isThere: boolean): void => {
    isWithAgent = isThere
    takesFiles(isThere)
  }

  const wait = ({ value, locale }: Heard): void => {
    const { text: words, ahead, hears } = (value ?? {}) as { text?: unknown; ahead?: unknown; hears?: unknown }
    if (typeof hears === 'string') turnTo(hears === 'agent')
    if (typeof words !== 'string') return
    say(words)
    if (ahead === place || Date.now() - spokenAt < SPEAKS_EVERY) return
    place = ahead
    spokenAt = Date.now()
    announce([{ text: words, locale }])
  }

  const types = (): void => {
    status.say('typing', typing)
    clearTimeout(timer)
    timer = setTimeout(() => status.clear('typing'), TYPES_FOR)
  }

  return {
    /** True for what is shown here, and is no message. */
    take(heard: Heard): boolean {
      if (heard.type === 'event' && heard.name === 'lotsen.waiting') wait(heard)
      else if (heard.type === 'typing' && heard.from.id === 'agent') types()
      else return false
      return true
    },
    /** A message has come: it may be the agent's, or say that it is over. */
    message(heard: Heard): void {
      status.clear('typing')
      const outcome = outcomeOf(heard)
      if (outcome === 'agent') turnTo(true)
      else if (ENDS.includes(outcome)) turnTo(false)
      if (outcome === 'feedback') say('')
    },
    /** Something was typed in the box. */
    typed(): void {
      if (!isWithAgent || Date.now() - toldAt < TELLS_EVERY) return
      toldAt = Date.now()
      tell()
    },
  }
}
