import { Menu, MenuButton, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, PresenceBadge } from '@fluentui/react-components'
import type { PresenceBadgeStatus } from '@fluentui/react-components'
import { PRESENCES, type Presence } from '../../../bot/domain/desk/agent.js'
import { useDesk } from '../hooks/use-desk.js'

const BADGES: Record<Presence, PresenceBadgeStatus> = {
  available: 'available',
  away: 'away',
  break: 'do-not-disturb',
  'off-shift': 'offline',
}

/** Whether new chats come, and whether one is there at all. */
export function PresenceMenu() {
  const { view, t, perform } = useDesk()
  const { presence } = view.me
  return (
    <Menu
      checkedValues={{ presence: [presence] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = PRESENCES.find((name) => name === checkedItems[0])
        if (chosen) void perform({ act: 'presence', presence: chosen })
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" icon={<PresenceBadge status={BADGES[presence]} aria-hidden="true" />}>
          {t(`staff.presence-${presence}`)}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {PRESENCES.map((name) => (
            <MenuItemRadio key={name} name="presence" value={name}>
              {t(`staff.presence-${name}`)}
              <span className="menu-why">{t(`staff.presence-why-${name}`)}</span>
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
