import { useDesk } from '../hooks/use-desk.js'
import { LeadPart } from './lead-part.js'
import { QueueCard } from './queue-card.js'
import { NoticeDialog } from '../dialogs/notice-dialog.js'

/** How the queues are and who is there; with the lead's levers for the lead. */
export function Shift() {
  const { view, t, may } = useDesk()
  return (
    <>
      {view.lead && <LeadPart lead={view.lead} />}
      <h2 className="side-heading">{t('staff.queues')}</h2>
      {view.queues.map((queue) => (
        <QueueCard key={queue.id} queue={queue} />
      ))}
      {may('desk.notice') && <NoticeDialog />}
      <h2 className="side-heading">{t('staff.colleagues')}</h2>
      <ul className="colleagues">
        {view.colleagues.map(({ id, name, team, presence, chats, capacity }) => (
          <li key={id}>
            <span>
              {name}, {team}
            </span>
            <span className="quiet">
              {t(`staff.presence-${presence}`)}
              {chats !== undefined && capacity !== undefined && ` · ${t('staff.capacity', { chats, capacity })}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
