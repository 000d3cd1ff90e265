import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { OverviewView, ThingView } from '../../../bot/domain/corrections/view.js'
import type { PlaceProps } from '../place.js'
import type { Translate } from '../words.js'
import { waysOf, type Ways } from './ways.js'

/** What every part of the page works with. */
export type CorrectionsPlace = {
  ways: Ways
  t: Translate
  language: string
  overview: OverviewView | undefined
  thing: ThingView | undefined
  /** Opens a thing. */
  show: (kind: string, id: string) => Promise<void>
  leave: () => void
  /** Reads everything that is shown again. */
  refresh: () => Promise<void>
  /** What is told of the last thing that was done. */
  told: string | undefined
  tell: (text: string | undefined) => void
  trouble: string | undefined
}

const LOOK_AGAIN_MS = 60_000

export const CorrectionsContext = createContext<CorrectionsPlace | undefined>(undefined)

export function useCorrections(): CorrectionsPlace {
  const place = useContext(CorrectionsContext)
  if (!place) throw new Error('A part of the corrections stands outside of them.')
  return place
}

/** The state of the page: what there is to decide, and the thing that is open. */
export function useCorrectionsPlace({ api, t, language, isShown }: PlaceProps): CorrectionsPlace {
  const ways = useMemo(() => waysOf(api), [api])
  const [overview, setOverview] = useState<OverviewView>()
  const [thing, setThing] = useState<ThingView>()
  const [told, tell] = useState<string>()
  const [trouble, setTrouble] = useState<string>()

  const readOverview = useCallback(async () => {
    const got = await ways.overview()
    if (got.is === 'ok') setOverview(got.body)
    setTrouble(got.is === 'ok' ? undefined : (got.is === 'trouble' && got.message) || t('staff-corrections.not-reached'))
  }, [ways, t])
  const show = useCallback(
    async (kind: string, id: string) => {
      const got = await ways.thing(kind, id)
      if (got.is === 'ok') setThing(got.body)
      else setTrouble((got.is === 'trouble' && got.message) || t('staff-corrections.not-reached'))
    },
    [ways, t],
  )
  const refresh = useCallback(async () => {
    await Promise.all([readOverview(), thing && show(thing.kind, thing.id)])
  }, [readOverview, show, thing])

  useEffect(() => {
    if (!isShown) return
    void readOverview()
    const timer = setInterval(() => void readOverview(), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [isShown, readOverview])

  return { ways, t, language, overview, thing, show, leave: () => setThing(undefined), refresh, told, tell, trouble }
}
