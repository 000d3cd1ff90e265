import { Button } from '@fluentui/react-components'
import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { useDesk } from '../hooks/use-desk.js'
import { useNow } from '../hooks/use-now.js'
import { timeText } from '../times.js'

type Props = { handOff: HandOffView; setSecret: (secret: { word: string; value: string }) => void }

/** A promise that is being kept: whom to reach, by when, and what to say if they were not reached. */
export function PromisePart({ handOff, setSecret }: Props) {
  const { t, language, perform, may, dispatch } = useDesk()
  const now = useNow(30_000)
  const { id, term = 1, promise } = handOff
  const kind = promise?.kind ?? 'call-back'
  const read = async (): Promise<void> => {
    const done = await perform({ act: 'read-contact', handOff: id })
    if (done?.value) setSecret({ word: kind, value: done.value })
  }
  const notReached = async (): Promise<void> => {
    if (await perform({ act: 'not-reached', handOff: id, term })) dispatch({ do: 'leave', handOff: id })
  }
  return (
    <div className="promise">
      <strong>{t(`staff.promise-${kind}`)}</strong> {promise && t('staff.due', { time: timeText(promise.dueAt, now, language) })}
      <div className="item-line">
        {may('contact.read') && (
          <Button size="small" appearance="primary" onClick={() => void read()}>
            {t(`staff.read-${kind}`)}
          </Button>
        )}
        {kind === 'call-back' && (
          <Button size="small" onClick={() => void notReached()}>
            {t('staff.not-reached')}
          </Button>
        )}
      </div>
    </div>
  )
}
