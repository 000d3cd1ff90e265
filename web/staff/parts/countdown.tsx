import { useDesk } from '../hooks/use-desk.js'
import { useNow } from '../hooks/use-now.js'
import { secondsLeft } from '../times.js'

/** The seconds that are left, to be seen; a screen reader would otherwise count aloud. */
export function Countdown({ until }: { until?: string }) {
  const { t } = useDesk()
  const now = useNow(1_000)
  if (!until) return null
  return (
    <span className="countdown" role="timer" aria-live="off">
      {t('staff.seconds-left', { seconds: secondsLeft(until, now) })}
    </span>
  )
}
