import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { ReactNode } from 'react'

type Props = { intent: 'info' | 'success' | 'warning' | 'error'; children: ReactNode }

/** Something that a person must know now; it is read aloud as it appears. */
export const Told = ({ intent, children }: Props) => (
  <MessageBar intent={intent} layout="multiline" role={intent === 'warning' || intent === 'error' ? 'alert' : 'status'}>
    <MessageBarBody>{children}</MessageBarBody>
  </MessageBar>
)
