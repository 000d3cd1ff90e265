import { useProject } from '../project/use-project.js'
import { ActButton } from '../parts/act-button.js'
import { useProjects } from '../use-projects.js'
import type { Matter } from '../ways.js'
import { VoteForm } from './vote-form.js'

/** One's own conflict of interest; and for the chair in a meeting, the votes and conflicts of those who are there. */
export function ConflictPart({ matter, title }: { matter: Matter; title: string }) {
  const { t, me, nameOf } = useProjects()
  const { view, can } = useProject()
  const meeting = view.meetings?.find(({ status }) => status === 'open')
  const others = can('votes-counted', 'meeting.lead') ? (matter.waitsFor ?? []).filter((person) => person !== me) : []
  return (
    <>
      {matter.mayVote && (
        <ActButton
          text={t('staff-projects.have-interest')}
          name={t('staff-projects.have-interest-in', { what: title })}
          done={t('staff-projects.interest-noted')}
          event={{ kind: 'conflict-declared', matter: matter.number }}
        />
      )}
      {others.length > 0 && (
        <details>
          <summary>{t('staff-projects.note-for-others')}</summary>
          {others.map((person) => (
            <div key={person}>
              {meeting?.there.includes(person) && <VoteForm {...{ matter, title, person }} />}
              <ActButton
                text={t('staff-projects.note-interest', { name: nameOf(person) })}
                done={t('staff-projects.interest-noted')}
                event={{ kind: 'conflict-declared', matter: matter.number, person }}
              />
            </div>
          ))}
        </details>
      )}
    </>
  )
}
