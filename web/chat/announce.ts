import type { StoredActivity } from '../../bot/domain/conversations/message.js'

export type Spoken = Pick<StoredActivity, 'speak' | 'text' | 'locale'>

// A live region that changes faster than this is not read to its end by some screen readers.
const EACH = 1_000
// What has been read is taken away, so that nobody finds everything twice when walking through the page.
const READ = 10_000

/** Reads answers aloud, one after the other, in their own language, wherever the focus is. */
export function announcer(region: HTMLElement) {
  const waiting: HTMLElement[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const next = (): void => {
    const words = waiting.shift()
    region.replaceChildren(...(words ? [words] : []))
    timer = words ? setTimeout(next, waiting.length > 0 ? EACH : READ) : undefined
  }

  return (answers: readonly Spoken[]): void => {
    const isReading = waiting.length > 0
    waiting.push(...answers.flatMap(spoken))
    if (waiting.length === 0 || isReading) return
    // The last one may still stand there, long read; but never for less than its second.
    clearTimeout(timer)
    timer = setTimeout(next, region.childElementCount > 0 ? EACH : 0)
  }
}

// Stars and brackets of the simple markup would be read out.
const MARKS = /\*\*|__|\[([^\]]*)\]\([^)]*\)/g

function spoken({ speak, text, locale }: Spoken): HTMLElement[] {
  const words = (speak ?? text ?? '').replace(MARKS, '$1').trim()
  if (words === '') return []
  const element = document.createElement('p')
  element.textContent = words
  if (locale) element.lang = locale
  return [element]
}
