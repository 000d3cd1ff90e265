import { Button, Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { useDesk } from '../hooks/use-desk.js'
import { useNow } from '../hooks/use-now.js'
import { Offered } from './offered.js'
import { WaitingItem } from './waiting-item.js'

/** The queue in the order in which it is their turn. */
export function Waiting() {
  const { view, t, take, may } = useDesk()
  const [queue, setQueue] = useState('')
  const now = useNow(5_000)
  const isOffered = (id: string): boolean => view.offered.some((handOff) => handOff.id === id)
  const shown = view.waiting.filter((handOff) => (queue === '' || handOff.queue === queue) && !isOffered(handOff.id))
  return (
    <>
      {view.offered.map((handOff) => (
        <Offered key={handOff.id} handOff={handOff} />
      ))}
      <div className="side-tools">
        <Field label={t('staff.filter')} className="grow">
          <Select value={queue} onChange={(_, { value }) => setQueue(value)}>
            <option value="">{t('staff.all-queues')}</option>
            {view.queues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        {may('desk.take') && (
          <Button
            appearance="primary"
            data-key="next"
            disabledFocusable={view.waiting.length === 0 && view.offered.length === 0}
            // Whatever waits for this agent's yes comes before what waits for anybody's.
            onClick={() => void take(view.offered[0]?.id)}
          >
            {t('staff.take-next')}
          </Button>
        )}
      </div>
      {shown.length === 0 && (
        <p className="empty">{t(view.offered.length > 0 ? 'staff.nobody-else-waits' : 'staff.nobody-waits')}</p>
      )}
      <ol className="waiting">
        {shown.map((handOff) => (
          <WaitingItem key={handOff.id} {...{ handOff, now }} />
        ))}
      </ol>
    </>
  )
}
