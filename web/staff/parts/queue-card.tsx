import { Badge, Button } from '@fluentui/react-components'
import type { QueueView } from '../../../bot/domain/desk/desk-view.js'
import { ChangeQueueDialog } from '../dialogs/change-queue-dialog.js'
import { NoticeDialog } from '../dialogs/notice-dialog.js'
import { useDesk } from '../hooks/use-desk.js'
import { useNow } from '../hooks/use-now.js'
import { timeText } from '../times.js'

/** One queue: open or shut and why, how many wait, how long the one who has waited longest. */
export function QueueCard({ queue }: { queue: QueueView }) {
  const { t, language, may, perform } = useDesk()
  const now = useNow(10_000)
  const { name, door, waiting, attended, longestWaitSeconds, notice } = queue
  const until = door.is === 'open' ? door.until : door.opensNext
  return (
    <section className="queue-card" aria-label={name}>
      <div className="item-line">
        <strong>{name}</strong>
        <span className="push" />
        <Badge color={door.is === 'open' ? 'success' : 'subtle'} appearance="tint">
          {t(`staff.door-${door.is}`)}
        </Badge>
      </div>
      <div className="quiet">
        {door.why && `${t(`staff.shut-${door.why}`)}. `}
        {door.reason && `${door.reason}. `}
        {until && t(`staff.door-${door.is}-until`, { time: timeText(until, now, language) })}
      </div>
      <div>{t('staff.queue-state', { waiting, attended, minutes: Math.floor(longestWaitSeconds / 60) })}</div>
      {notice && (
        <div className="item-line">
          <span className="grow">
            {t('staff.notice-until', { text: notice.text, time: timeText(notice.until, now, language) })}
          </span>
          {may('desk.notice') && (
            <Button size="small" onClick={() => void perform({ act: 'end-notice', notice: notice.id })}>
              {t('staff.end-notice')}
            </Button>
          )}
        </div>
      )}
      <div className="item-line">
        {may('desk.open-queue') && <ChangeQueueDialog queue={queue} />}
        {may('desk.notice') && <NoticeDialog queue={queue} />}
      </div>
    </section>
  )
}
