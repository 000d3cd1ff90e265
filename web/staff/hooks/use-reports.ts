import { useEffect, useRef } from 'react'
import type { Dispatch } from 'react'
import type { DeskActSent } from '../../../bot/domain/desk/acts.js'
import type { Api } from '../api.js'
import type { DeskAction, DeskState, PendingReport } from '../state/desk-state.js'

const UNDO_MS = 5_000

const actOf = ({ handOff, kind, turn, service }: PendingReport): DeskActSent => ({ act: 'report', handOff, kind, turn, service })

/** Files each report when the seconds are over in which it can be taken back, and at once when the page is left. */
export function useReports(
  { reports }: DeskState,
  dispatch: Dispatch<DeskAction>,
  perform: (act: DeskActSent) => Promise<unknown>,
  api: Api,
): void {
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())
  const latest = useRef(reports)
  latest.current = reports

  useEffect(() => {
    const known = timers.current
    for (const report of reports) {
      if (known.has(report.id)) continue
      const file = (): void => {
        known.delete(report.id)
        dispatch({ do: 'report-over', id: report.id })
        void perform(actOf(report))
      }
      known.set(report.id, setTimeout(file, UNDO_MS))
    }
    for (const [id, timer] of known) {
      if (reports.some((report) => report.id === id)) continue
      clearTimeout(timer)
      known.delete(id)
    }
  }, [reports, dispatch, perform])

  useEffect(() => {
    const leaving = (): void => latest.current.forEach((report) => void api.actLeaving(actOf(report)))
    addEventListener('pagehide', leaving)
    return () => removeEventListener('pagehide', leaving)
  }, [api])
}
