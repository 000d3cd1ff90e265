import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { useDesk } from '../hooks/use-desk.js'

/** Seconds until it is put away by itself: a screen is seen by others too. What is not here stays until somebody has called or written. */
const HIDES_AFTER: Readonly<Record<string, number>> = { 'personal-number': 60 }

/** A number or an address that was read and is logged as read; it is kept nowhere, and gone when it is put away. */
export function SecretBar({ word, value, close }: { word: string; value: string; close: () => void }) {
  const { t } = useDesk()
  const seconds = HIDES_AFTER[word]
  const closing = useRef(close)
  closing.current = close
  useEffect(() => {
    if (seconds === undefined) return undefined
    const timer = setTimeout(() => closing.current(), seconds * 1000)
    return () => clearTimeout(timer)
  }, [seconds, value])
  return (
    <MessageBar intent="info" layout="multiline" role="status">
      <MessageBarBody>
        {t(`staff.secret-${word}`)} <strong className="secret">{value}</strong>{' '}
        {seconds !== undefined && t('staff.secret-hides', { seconds })}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={close}>
          {t('staff.put-away')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
