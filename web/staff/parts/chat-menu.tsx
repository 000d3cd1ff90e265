import { Menu, MenuButton, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { MoreHorizontal20Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { DeskActSent } from '../../../bot/domain/desk/acts.js'
import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { SureDialog } from '../dialogs/sure-dialog.js'
import { useDesk } from '../hooks/use-desk.js'
import { newId } from '../../chat/new-id.js'

type Props = { handOff: HandOffView }
/** What is asked about before it is done, since it cannot be taken back. */
type Sure = { word: string; act: DeskActSent; leaves: boolean }

/** What is needed now and then. */
export function ChatMenu({ handOff }: Props) {
  const { t, may, perform, dispatch } = useDesk()
  const [sure, setSure] = useState<Sure>()
  const { id, term = 1, about } = handOff
  const held = { handOff: id, term }
  const isPromise = handOff.status === 'keeping-promise'
  const carryOut = async ({ act, leaves }: Sure): Promise<void> => {
    setSure(undefined)
    if ((await perform(act)) && leaves) dispatch({ do: 'leave', handOff: id })
  }
  const ask = (word: string, act: DeskActSent, leaves = false) => (
    <MenuItem onClick={() => setSure({ word, act, leaves })}>{t(`staff.menu-${word}`)}</MenuItem>
  )
  const report = () =>
    dispatch({
      do: 'report',
      report: { id: newId(), handOff: id, kind: 'for-owner', service: about?.kind === 'service' ? about.id : undefined },
    })
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            appearance="subtle"
            size="small"
            icon={<MoreHorizontal20Regular />}
            menuIcon={null}
            aria-label={t('staff.more')}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {may('report.file') && <MenuItem onClick={report}>{t('staff.for-owner')}</MenuItem>}
            {may('identity.ask') && !isPromise && ask('ask-securely', { act: 'ask-securely', ...held })}
            {may('transcript.register') && ask('register-complaint', { act: 'register', ...held, as: 'complaint' })}
            {may('transcript.register') && ask('register-application', { act: 'register', ...held, as: 'application' })}
            <MenuDivider />
            {may('desk.take') && ask('let-go', { act: 'let-go', ...held }, true)}
            {may('desk.close') && !isPromise && ask('hand-back', { act: 'hand-back', ...held }, true)}
            {may('desk.close') && ask('abusive', { act: 'finish', ...held, reason: 'abusive' }, true)}
          </MenuList>
        </MenuPopover>
      </Menu>
      {sure && <SureDialog word={sure.word} no={() => setSure(undefined)} yes={() => void carryOut(sure)} />}
    </>
  )
}
