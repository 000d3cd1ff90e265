import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { useDesk } from '../hooks/use-desk.js'

const SECONDS_MS = 5_000

/** Calls the shift lead to the chat. Two presses within five seconds, so that it is never pressed by mistake and never needs a dialog. */
export function ThreatButton({ handOff: { id, term = 1 } }: { handOff: HandOffView }) {
  const { t, perform } = useDesk()
  const [isArmed, setArmed] = useState(false)
  const [isCalled, setCalled] = useState(false)
  useEffect(() => {
    if (!isArmed) return
    const timer = setTimeout(() => setArmed(false), SECONDS_MS)
    return () => clearTimeout(timer)
  }, [isArmed])
  const press = async (): Promise<void> => {
    if (!isArmed) return setArmed(true)
    setArmed(false)
    if (await perform({ act: 'threat', handOff: id, term })) setCalled(true)
  }
  return (
    <>
      <Button size="small" className={`threat${isArmed ? ' armed' : ''}`} onClick={() => void press()}>
        {isArmed ? t('staff.threat-again') : t('staff.threat')}
      </Button>
      <span className="hidden-visually" role="status">
        {isArmed ? t('staff.threat-armed') : isCalled ? t('staff.threat-called') : ''}
      </span>
      {isCalled && !isArmed && <span className="quiet">{t('staff.threat-called')}</span>}
    </>
  )
}
