import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { LinkState } from '../state/desk-state.js'
import type { Translate } from '../words.js'

/** Says when the desk has no contact, and what that means for the chats. */
export function LinkNotice({ link, hasView, t }: { link: LinkState; hasView: boolean; t: Translate }) {
  if (link !== 'lost') return null
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t('staff.link-lost')}</MessageBarTitle>
        {hasView && t('staff.link-lost-what')}
      </MessageBarBody>
    </MessageBar>
  )
}
