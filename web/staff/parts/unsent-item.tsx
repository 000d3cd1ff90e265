import { Button } from '@fluentui/react-components'
import { useDesk } from '../hooks/use-desk.js'
import type { Draft } from '../state/chat.js'

/** A line that has not arrived. If it was stopped it stays, with the reason and another try under the same key. */
export function UnsentItem({ draft, handOff, stopped }: { draft: Draft; handOff: string; stopped?: string }) {
  const { t, dispatch } = useDesk()
  return (
    <article className={`line from-agent unsent${stopped ? ' stopped' : ''}`}>
      <div className="said">
        <p className="text plain">{draft.kind === 'text' ? draft.text : draft.name}</p>
      </div>
      {!stopped && <div className="quiet">{t('staff.sending')}</div>}
      {stopped && (
        <div role="alert">
          <p>{stopped}</p>
          <div className="item-line">
            <Button size="small" appearance="primary" onClick={() => dispatch({ do: 'try-again', handOff })}>
              {t('staff.try-again')}
            </Button>
            <Button size="small" onClick={() => dispatch({ do: 'take-back', handOff, key: draft.key })}>
              {t('staff.remove')}
            </Button>
          </div>
        </div>
      )}
    </article>
  )
}
