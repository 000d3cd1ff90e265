import { useCallback, useEffect, useRef, useState } from 'react'
import type { CallView } from '../../../bot/domain/phone/call-view.js'
import type { Api, Got } from '../api.js'
import { newId } from '../../chat/new-id.js'
import type { Translate } from '../words.js'

const KEPT = 'phone-call'
// What never came to an end elsewhere is the same thing when it is sent again.
const GONE = 404

export type Press = { activity: string; at: string; inputs?: Record<string, string> }
export type Call = ReturnType<typeof useCall>

/** The call of this tab: two tabs have two. A page that is loaded anew finds its call again. */
export function useCall({ api, t }: { api: Api; t: Translate }) {
  const [view, setView] = useState<CallView>()
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const call = useRef(sessionStorage.getItem(KEPT) ?? undefined)

  const taken = useCallback(
    (got: Got<CallView>): boolean => {
      setBusy(false)
      if (got.is === 'ok') {
        call.current = got.body.call
        sessionStorage.setItem(KEPT, got.body.call)
        setView(got.body)
        setTrouble(undefined)
        return true
      }
      if (got.is === 'trouble' && got.status === GONE) {
        call.current = undefined
        sessionStorage.removeItem(KEPT)
      }
      setTrouble((got.is === 'trouble' ? got.message : undefined) ?? t('staff-phone.not-done'))
      return false
    },
    [t],
  )
  useEffect(() => {
    if (!call.current) return
    void api.get<CallView>(`phone/calls/${call.current}`).then((got) => {
      if (got.is === 'ok') taken(got)
      // It ended while nobody looked: the next thing that is said begins another.
      else if (got.is === 'trouble' && got.status === GONE) call.current = undefined
    })
    // Only the call that the page was opened with is looked up.
  }, [])

  const start = useCallback(
    async (language?: string): Promise<boolean> => {
      setBusy(true)
      const ends = call.current
      return taken(await api.post<CallView>('phone/calls', { ...(language ? { language } : {}), ...(ends ? { ends } : {}) }))
    },
    [api, taken],
  )
  // One after the other: what is asked while the language is being changed waits for it.
  const before = useRef<Promise<unknown>>(Promise.resolve())
  const post = useCallback(
    (path: string, body: { language?: string } & Record<string, unknown>): Promise<boolean> => {
      const posting = async (): Promise<boolean> => {
        setBusy(true)
        if (!call.current && !(await start(body.language))) return false
        setBusy(true)
        return taken(await api.post<CallView>(`phone/calls/${call.current ?? ''}/${path}`, { key: newId(), ...body }))
      }
      const posted = before.current.then(posting)
      before.current = posted
      return posted
    },
    [api, start, taken],
  )
  return {
    ...{ view, isBusy, trouble, start },
    ask: (text: string, language?: string) => post('said', { text, ...(language ? { language } : {}) }),
    press: (press: Press) => post('presses', { ...press }),
    speak: (language: string) => post('language', { language }),
    /** Sends what was chosen, or says why not. */
    send: async (way: 'mails' | 'texts', body: object): Promise<string | undefined> => {
      const got = await api.post<{ sent: true }>(`phone/calls/${call.current ?? ''}/${way}`, body)
      if (got.is === 'ok') return undefined
      return (got.is === 'trouble' ? got.message : undefined) ?? t('staff-phone.not-done')
    },
  }
}
