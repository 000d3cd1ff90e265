import { useCallback, useEffect, useRef, useState } from 'react'
import { useProjects } from '../use-projects.js'
import { codeIn, type Mine, type Portfolio } from '../ways.js'
import { EVERYTHING, queryOf, type Filter } from './filter.js'

const LOOK_AGAIN_MS = 60_000
// Long enough for the next letter, short enough not to be noticed.
const PAUSE_MS = 250

/** The page of the list that is looked at, read anew when the filter changes and now and then; what came late is left. */
export function usePortfolio(isShown: boolean) {
  const { ways, t } = useProjects()
  const [filter, setFilter] = useState<Filter>(EVERYTHING)
  const [page, setPage] = useState(0)
  const [view, setView] = useState<Portfolio>()
  const [mine, setMine] = useState<Mine>()
  const [trouble, setTrouble] = useState<string>()
  // The city's common system has the portfolio: there is none to read here.
  const [isElsewhere, setElsewhere] = useState(false)
  const latest = useRef(0)

  const read = useCallback(async (): Promise<void> => {
    const round = ++latest.current
    const [got, own] = await Promise.all([ways.portfolio(queryOf(filter, page)), ways.mine()])
    if (round !== latest.current) return
    if (own.is === 'ok') setMine(own.body)
    if (got.is === 'ok') setView(got.body)
    setElsewhere(got.is === 'trouble' && codeIn(got) === 'elsewhere')
    setTrouble(got.is === 'ok' ? undefined : (got.message ?? t('staff-projects.not-read')))
  }, [ways, t, filter, page])

  useEffect(() => {
    if (!isShown) return
    const soon = setTimeout(() => void read(), PAUSE_MS)
    const timer = setInterval(() => void read(), LOOK_AGAIN_MS)
    return () => {
      clearTimeout(soon)
      clearInterval(timer)
    }
  }, [isShown, read])

  const narrow = (change: Partial<Filter>): void => {
    setPage(0)
    setFilter((before) => ({ ...before, ...change }))
  }
  return { view, mine, trouble, isElsewhere, filter, narrow, page, setPage, read }
}
export type PortfolioInHand = ReturnType<typeof usePortfolio>
