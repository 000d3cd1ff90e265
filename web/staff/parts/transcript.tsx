import { Button } from '@fluentui/react-components'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { useDesk } from '../hooks/use-desk.js'
import { useNow } from '../hooks/use-now.js'
import type { Chat } from '../state/chat.js'
import { LineItem } from './line-item.js'
import { UnsentItem } from './unsent-item.js'

const AT_END_PX = 60

/** What has been said, by the citizen, the bot and staff, and what is on its way. Stays where one reads, and follows when one is at the end. */
export function Transcript({ handOff, chat }: { handOff: HandOffView; chat: Chat }) {
  const { t } = useDesk()
  const now = useNow(1_000)
  const box = useRef<HTMLDivElement>(null)
  const wasAtEnd = useRef(true)
  const size = useRef('')
  const [isBelow, setBelow] = useState(false)
  const isTyping = chat.typingUntil > now.getTime()
  const count = chat.lines.length + chat.unsent.length + (isTyping ? 0.5 : 0)

  const toEnd = (): void => void box.current?.scrollTo({ top: box.current.scrollHeight })
  useLayoutEffect(() => {
    if (wasAtEnd.current) toEnd()
    else setBelow(true)
  }, [count])
  // A column that gets narrower makes its lines longer.
  useEffect(() => {
    const watching = new ResizeObserver(() => {
      size.current = sizeOf(box.current)
      if (wasAtEnd.current) toEnd()
    })
    if (box.current) watching.observe(box.current)
    return () => watching.disconnect()
  }, [])
  const scrolled = (): void => {
    // The browser scrolls too when lines get longer: that is nobody's wish to leave the end.
    if (!box.current || sizeOf(box.current) !== size.current) return
    const { scrollHeight, scrollTop, clientHeight } = box.current
    wasAtEnd.current = scrollHeight - scrollTop - clientHeight < AT_END_PX
    if (wasAtEnd.current) setBelow(false)
  }
  return (
    <div className="transcript">
      <div
        ref={box}
        className="lines"
        onScroll={scrolled}
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={t('staff.transcript')}
      >
        {chat.lines.map((line) => (
          <LineItem key={line.seq} {...{ line, handOff }} />
        ))}
        {chat.unsent.map((draft, index) => (
          <UnsentItem key={draft.key} {...{ draft, handOff: handOff.id, stopped: index === 0 ? chat.stopped : undefined }} />
        ))}
        <p className="typing">{isTyping ? t('staff.typing') : ''}</p>
      </div>
      {isBelow && (
        <Button className="to-end" size="small" appearance="primary" onClick={toEnd}>
          {t('staff.to-end')}
        </Button>
      )}
    </div>
  )
}

const sizeOf = (box: HTMLElement | null): string => `${box?.clientWidth ?? 0} ${box?.clientHeight ?? 0}`
