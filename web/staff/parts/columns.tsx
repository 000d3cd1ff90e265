import { useDesk } from '../hooks/use-desk.js'
import { findHandOff } from '../state/find.js'
import { ChatColumn } from './chat-column.js'
import { GoneColumn } from './gone-column.js'

/** The chats of this agent, side by side. */
export function Columns() {
  const { state, view, t } = useDesk()
  const { open, gone } = state
  const none = view.me.presence === 'off-shift' ? 'staff.no-chats-off-shift' : 'staff.no-chats'
  return (
    <main className="columns-area" data-region tabIndex={-1} aria-label={t('staff.region-chats')}>
      {open.length === 0 && <p className="empty no-chats">{t(none)}</p>}
      <div className="chat-columns">
        {open.map((id, index) => {
          const handOff = findHandOff(state, id)
          if (gone.includes(id) || !handOff) return <GoneColumn key={id} handOff={id} number={index + 1} />
          return <ChatColumn key={id} handOff={handOff} number={index + 1} />
        })}
      </div>
    </main>
  )
}
