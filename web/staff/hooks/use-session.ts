import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { apiOf, type Api, type Got } from '../api.js'
import { comeIn, comeInAgain } from '../ways/come-in.js'
import {
  forgetSession,
  keepSession,
  keptSession,
  signInBy,
  waysIn,
  type Proof,
  type Session,
  type Ways,
} from '../ways/session.js'
import { inTeams, type InTeams } from '../ways/teams.js'

export type SignedIn =
  | { is: 'starting' }
  | { is: 'out'; problem?: string; ways?: Ways; hasEnded?: true }
  | { is: 'in'; session: Session; warning?: string }

// Well before the hour that a session lasts is over.
const RENEW_MS = 25 * 60_000

/** Who is signed in, and how one comes in, stays in and goes out. */
export function useSession(language: string) {
  const [state, setState] = useState<SignedIn>({ is: 'starting' })
  const [teams, setTeams] = useState<InTeams>()
  const spoken = useRef(language)
  spoken.current = language
  const bare: Api = useMemo(() => apiOf({ session: keptSession, language: () => spoken.current }), [])

  const enter = useCallback(
    async (got: Got<Session> | undefined, hasEnded?: true): Promise<void> => {
      const ways = await waysIn(bare)
      const known = ways.is === 'ok' ? ways.body : undefined
      if (got?.is === 'ok') {
        keepSession(got.body)
        return setState({ is: 'in', session: got.body, warning: known?.warning })
      }
      forgetSession()
      setState({ is: 'out', problem: got?.message, ways: known, hasEnded })
    },
    [bare],
  )
  useEffect(() => {
    void (async () => {
      const found = await inTeams()
      setTeams(found)
      await enter(await comeIn(bare, found))
    })()
  }, [bare, enter])

  /** A fresh session; false when the person must sign in anew. */
  const renew = useCallback(async (): Promise<boolean> => {
    const got = await comeInAgain(bare, teams)
    if (got.is === 'ok') keepSession(got.body)
    // No contact says nothing about the session.
    return got.is === 'ok' || got.is === 'trouble'
  }, [bare, teams])
  const isIn = state.is === 'in'
  useEffect(() => {
    if (!isIn) return
    const timer = setInterval(() => void renew(), RENEW_MS)
    return () => clearInterval(timer)
  }, [isIn, renew])

  /** What the page asks with: where a session has run out, it goes on with a fresh one, or to the ways in. */
  const api: Api = useMemo(() => {
    const renewOrEnd = async (): Promise<boolean> => {
      const isRenewed = await renew()
      if (!isRenewed) await enter(undefined, true)
      return isRenewed
    }
    return apiOf({ session: keptSession, language: () => spoken.current, renew: renewOrEnd })
  }, [renew, enter])

  return { state, teams, api, signIn: async (proof: Proof) => enter(await signInBy(bare, proof)) }
}
export type SessionInHand = ReturnType<typeof useSession>
