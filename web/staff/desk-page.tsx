import { Spinner } from '@fluentui/react-components'
import { useCallback, useEffect, useMemo, useReducer, useState } from 'react'
import type { DeskActSent } from '../../bot/domain/desk/acts.js'
import { DeskContext, type Desk } from './hooks/use-desk.js'
import { useLink } from './hooks/use-link.js'
import { useReports } from './hooks/use-reports.js'
import { useSending } from './hooks/use-sending.js'
import type { SessionInHand } from './hooks/use-session.js'
import { newId } from '../chat/new-id.js'
import { deskWithUnsent, keepUnsent } from './kept-unsent.js'
import { Announcer } from './parts/announcer.js'
import { Columns } from './parts/columns.js'
import { LinkNotice } from './parts/link-notice.js'
import { ReportsBar } from './parts/reports-bar.js'
import { SidePanel } from './parts/side-panel.js'
import { TopBar } from './parts/top-bar.js'
import { useShortcuts } from './hooks/use-shortcuts.js'
import { DESK } from './places.js'
import { deskReducer } from './state/desk-reducer.js'
import type { DeskState } from './state/desk-state.js'
import type { Translate } from './words.js'

type Props = {
  session: SessionInHand
  t: Translate
  language: string
  setLanguage: (language: string) => void
  beat: string
  /** Whether there are other places, between which one goes by the page's own links. */
  hasNav: boolean
  /** False while another place is looked at: the desk goes on, since chats are held by it, and is not seen. */
  isShown: boolean
  /** Called with how much there is that the agent should look at: unread lines and offers. */
  tellNew: (count: number) => void
}

/** The desk: who waits, and the chats that one has. */
export function DeskPage({ session, t, language, setLanguage, beat, hasNav, isShown, tellNew }: Props) {
  const [state, dispatch] = useReducer(deskReducer, undefined, deskWithUnsent)
  const [hasSound, setSound] = useState(false)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const { api } = session

  const perform = useCallback(
    async (act: DeskActSent) => {
      const got = await api.act(act)
      if (got.is === 'ok' && got.body.kind === 'done') return got.body
      const text = (got.is === 'ok' ? got.body.message : got.is === 'trouble' ? got.message : undefined) ?? t('staff.not-done')
      dispatch({ do: 'trouble', trouble: { id: newId(), text, handOff: 'handOff' in act ? act.handOff : undefined } })
      return undefined
    },
    [api, t],
  )
  useLink({ state, dispatch, session, beat, language })
  useSending({ state, dispatch, api, t })
  useReports(state, dispatch, perform, api)
  useShortcuts(isShown, () => setHelpOpen(true))
  useEffect(() => keepUnsent(state), [state])
  const toLookAt = newIn(state)
  useEffect(() => tellNew(toLookAt), [toLookAt, tellNew])

  const take = useCallback(
    async (handOff?: string) => {
      const done = await perform(handOff === undefined ? { act: 'next' } : { act: 'take', handOff })
      if (done) dispatch({ do: 'write-in', handOff: done.handOff })
    },
    [perform],
  )
  const { view, ahead } = state
  const desk = useMemo(
    (): Desk | undefined =>
      view && {
        ...{ state, view, dispatch, perform, take, api, t, language },
        may: (permission) => view.me.permissions.includes(permission),
        now: () => new Date(Date.now() + ahead),
      },
    [state, view, ahead, perform, take, api, t, language],
  )
  return (
    <>
      <LinkNotice link={state.link} hasView={view !== undefined} t={t} />
      <div className="desk" data-place={DESK} hidden={!isShown}>
        {!desk && <Spinner className="starting" label={t('staff.starting')} />}
        {desk && (
          <DeskContext value={desk}>
            <TopBar {...{ hasSound, setSound, isHelpOpen, setHelpOpen, setLanguage, hasNav }} />
            <div className="work">
              <SidePanel />
              <Columns />
            </div>
          </DeskContext>
        )}
      </div>
      {desk && (
        <DeskContext value={desk}>
          <ReportsBar />
          <Announcer hasSound={hasSound} />
        </DeskContext>
      )}
    </>
  )
}

const newIn = ({ view, open, chats }: DeskState): number =>
  (view?.offered.length ?? 0) + open.reduce((sum, id) => sum + (chats[id]?.unread ?? 0), 0)
