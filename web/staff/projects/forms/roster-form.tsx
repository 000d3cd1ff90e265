import { useState } from 'react'
import type { Seat } from '../../../../bot/domain/projects/roles.js'
import { SeatsField } from '../parts/seats-field.js'
import { useProject, type Trouble } from '../project/use-project.js'
import { useProjects } from '../use-projects.js'
import { ActForm } from './act-form.js'
import { Meanwhile } from './meanwhile.js'

const keyOf = ({ person, role, subproject = '' }: Seat): string => `${role} ${person} ${subproject}`
const missingIn = (these: readonly Seat[], those: readonly Seat[]): Seat[] =>
  those.filter((one) => !these.some((other) => keyOf(other) === keyOf(one)))

/** Who is what in the project. When somebody else has changed it meanwhile, who has come and gone is told before anything is sent. */
export function RosterForm({ close }: { close: () => void }) {
  const { t, nameOf } = useProjects()
  const { view, act } = useProject()
  const [base, setBase] = useState({ roster: view.roster, seen: view.seen.roster })
  const [roster, setRoster] = useState<readonly Seat[]>(view.roster)
  const isMeanwhile = base.seen !== view.seen.roster
  const come = missingIn(base.roster, view.roster)
  const gone = missingIn(view.roster, base.roster)
  const now = (): void => setBase({ roster: view.roster, seen: view.seen.roster })
  const line = (word: string, seat: Seat) => (
    <li key={word + keyOf(seat)}>
      {t(`staff-projects.seat-${word}`, { name: nameOf(seat.person), role: t(`staff-projects.role-${seat.role}`) })}
    </li>
  )
  const submit = async (): Promise<Trouble | undefined> => {
    const event = { kind: 'roster-changed' as const, roster: [...roster] }
    const trouble = await act(event, t('staff-projects.people-changed'), { seen: base.seen })
    if (!trouble) close()
    return trouble
  }
  return (
    <ActForm
      title={t('staff-projects.change-people')}
      doText={t('staff-projects.save')}
      isReady={roster.length > 0 && !isMeanwhile}
      submit={submit}
      cancel={close}
    >
      <SeatsField roster={roster} change={setRoster} />
      {isMeanwhile && (
        <Meanwhile
          difference={
            <ul>
              {come.map((seat) => line('come', seat))}
              {gone.map((seat) => line('gone', seat))}
            </ul>
          }
          goOn={() => {
            // Theirs and mine together: who has come is kept, who has gone is gone, and what is mine is on top.
            setRoster([...missingIn(roster, come), ...missingIn(gone, roster)])
            now()
          }}
          beginAgain={() => {
            setRoster(view.roster)
            now()
          }}
        />
      )}
    </ActForm>
  )
}
