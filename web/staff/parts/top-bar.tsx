import { Badge, Button, Subtitle2, Switch, Tooltip } from '@fluentui/react-components'
import { QuestionCircle20Regular } from '@fluentui/react-icons'
import { HelpDialog } from '../dialogs/help-dialog.js'
import { useDesk } from '../hooks/use-desk.js'
import { LanguageSwitch } from './language-switch.js'
import { PresenceMenu } from './presence-menu.js'

type Props = {
  hasSound: boolean
  setSound: (has: boolean) => void
  isHelpOpen: boolean
  setHelpOpen: (is: boolean) => void
  setLanguage: (language: string) => void
  hasNav: boolean
}

/** Who is here, how much more they can take, and the desk's own settings. */
export function TopBar({ hasSound, setSound, isHelpOpen, setHelpOpen, setLanguage, hasNav }: Props) {
  const { view, t, language, state } = useDesk()
  const { me } = view
  return (
    <header className="top" data-region tabIndex={-1} aria-label={t('staff.region-top')}>
      {/* The links above say where one is. */}
      <Subtitle2 as="h1" tabIndex={-1} className={hasNav ? 'hidden-visually' : ''}>
        {t('staff.title')}
      </Subtitle2>
      <span className="me">
        {me.name}, {me.team}
      </span>
      <PresenceMenu />
      <Badge appearance="outline" size="large" color="informative" className="capacity">
        {t('staff.capacity', { chats: view.mine.length, capacity: me.capacity })}
      </Badge>
      {state.link === 'live' && <span className="quiet link-live">{t('staff.live')}</span>}
      <span className="push" />
      {!me.hasTeamsApp && (
        <Tooltip content={t('staff.no-app')} relationship="description">
          <Badge appearance="tint" color="warning" size="large" tabIndex={0} role="note">
            {t('staff.mail-instead')}
          </Badge>
        </Tooltip>
      )}
      <Switch checked={hasSound} onChange={(_, { checked }) => setSound(checked)} label={t('staff.sound')} />
      <LanguageSwitch {...{ t, language, setLanguage }} />
      <Button appearance="subtle" icon={<QuestionCircle20Regular />} onClick={() => setHelpOpen(true)}>
        {t('staff.help')}
      </Button>
      <HelpDialog isOpen={isHelpOpen} close={() => setHelpOpen(false)} />
    </header>
  )
}
