import { CounterBadge, ToggleButton } from '@fluentui/react-components'
import { useState } from 'react'
import { useDesk } from '../hooks/use-desk.js'
import { useNow } from '../hooks/use-now.js'
import { lateFirst } from '../state/late-first.js'
import { Promises } from './promises.js'
import { Shift } from './shift.js'
import { Waiting } from './waiting.js'

const TABS = ['waiting', 'promises', 'shift'] as const
type TabName = (typeof TABS)[number]

/** Who waits, what has been promised, and for everybody how the queues are. */
export function SidePanel() {
  const { view, t } = useDesk()
  const [tab, setTab] = useState<TabName>('waiting')
  const now = useNow(10_000)
  const late = lateFirst(view.promises, now.getTime()).filter(({ isLate }) => isLate).length
  const counts: Record<TabName, number> = {
    waiting: view.waiting.length,
    promises: view.promises.length,
    shift: view.lead?.notSentCount ?? 0,
  }
  return (
    <nav className="side" data-region tabIndex={-1} aria-label={t('staff.region-queue')}>
      <div className="tabs">
        {TABS.map((name) => (
          <ToggleButton key={name} size="small" appearance="subtle" checked={tab === name} onClick={() => setTab(name)}>
            {t(`staff.tab-${name}`)}&nbsp;
            {counts[name] > 0 && (
              <CounterBadge count={counts[name]} size="small" color={name === 'promises' && late > 0 ? 'danger' : 'brand'} />
            )}
          </ToggleButton>
        ))}
      </div>
      <div className="side-panel" role="group" aria-label={t(`staff.tab-${tab}`)} tabIndex={0}>
        {tab === 'waiting' && <Waiting />}
        {tab === 'promises' && <Promises />}
        {tab === 'shift' && <Shift />}
      </div>
    </nav>
  )
}
