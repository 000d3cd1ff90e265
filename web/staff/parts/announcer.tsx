import { useEffect, useRef, useState } from 'react'
import { useDesk } from '../hooks/use-desk.js'
import { plainText } from '../plain-text.js'
import { chime } from '../chime.js'
import type { News } from '../state/news.js'
import type { Translate } from '../words.js'

// A live region that changes faster than this is not read to its end by some screen readers.
const EACH_MS = 1_000

const said = (news: News, t: Translate): string =>
  news.kind === 'line'
    ? t('staff.news-line', { text: plainText(news.html).slice(0, 300) })
    : news.kind === 'notice'
      ? t(`staff.notice-${news.what}`)
      : t(`staff.news-${news.kind}`)

/** Reads what has happened aloud, one after the other, wherever the focus is; with a sound for those who want one. */
export function Announcer({ hasSound }: { hasSound: boolean }) {
  const { state, t } = useDesk()
  const told = useRef(new Set(state.news.map(({ id }) => id)))
  const [queue, setQueue] = useState<readonly News[]>([])
  const { news } = state

  useEffect(() => {
    const fresh = news.filter(({ id }) => !told.current.has(id))
    if (fresh.length === 0) return
    fresh.forEach(({ id }) => told.current.add(id))
    setQueue((before) => [...before, ...fresh])
    if (hasSound) chime()
  }, [news, hasSound])
  useEffect(() => {
    if (queue.length < 2) return
    const timer = setTimeout(() => setQueue(([, ...rest]) => rest), EACH_MS)
    return () => clearTimeout(timer)
  }, [queue])

  const now = queue[0]
  return (
    <div className="hidden-visually" aria-live="polite" data-announcer>
      {now && <p key={now.id}>{said(now, t)}</p>}
    </div>
  )
}
