import type { Seat } from '../../../../bot/domain/projects/roles.js'
import { DataTable } from '../parts/data-table.js'
import { shortDay } from '../texts.js'
import { useProjects } from '../use-projects.js'

/** Who is what. Columns that nobody has anything in are left out. */
export function RosterTable({ roster }: { roster: readonly Seat[] }) {
  const { t, language, nameOf } = useProjects()
  const day = (one: string | undefined): string | undefined => one && shortDay(one, language)
  const columns: Record<string, (seat: Seat) => string | undefined> = {
    role: ({ role }) => t(`staff-projects.role-${role}`),
    who: ({ person }) => nameOf(person),
    subproject: ({ subproject }) => subproject,
    from: ({ from }) => day(from),
    to: ({ to }) => day(to),
  }
  const shown = Object.entries(columns).filter(([, valueOf]) => roster.some(valueOf))
  return (
    <DataTable
      caption={t('staff-projects.people')}
      heads={shown.map(([head]) => t(`staff-projects.head-${head}`))}
      rows={roster.map((seat) => ({
        id: `${seat.role} ${seat.person}`,
        cells: shown.map(([, valueOf]) => valueOf(seat) ?? '–'),
      }))}
    />
  )
}
