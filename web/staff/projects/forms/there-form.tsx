import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import type { ProjectRole } from '../../../../bot/domain/projects/roles.js'
import type { Meeting } from '../project/meeting-item.js'
import { useProject, type Trouble } from '../project/use-project.js'
import { useProjects } from '../use-projects.js'
import { ActForm } from './act-form.js'

const AT_MEETINGS: readonly ProjectRole[] = ['chair', 'vice-chair', 'steering-member', 'owner', 'sponsor', 'manager']

/** Who is there: opens the meeting, or corrects the attendance while it is on. */
export function ThereForm({ close, meeting }: { close: () => void; meeting: Meeting }) {
  const { t, me, nameOf } = useProjects()
  const { view, act } = useProject()
  const [there, setThere] = useState<readonly string[]>(meeting.there.length > 0 ? meeting.there : [me])
  const people = [
    ...new Set([...view.roster.filter(({ role }) => AT_MEETINGS.includes(role)).map(({ person }) => person), ...meeting.there]),
  ]
  const submit = async (): Promise<Trouble | undefined> => {
    const event = { kind: 'meeting-opened' as const, meeting: meeting.number, there: [...there] }
    const trouble = await act(event, t('staff-projects.meeting-is-open', { number: meeting.number }))
    if (!trouble) close()
    return trouble
  }
  return (
    <ActForm
      title={t('staff-projects.who-is-there')}
      doText={t(meeting.status === 'called' ? 'staff-projects.open-meeting' : 'staff-projects.save')}
      isReady={there.length > 0}
      submit={submit}
      cancel={close}
    >
      <fieldset className="project-fieldset">
        <legend>{t('staff-projects.there')}</legend>
        {people.map((person) => (
          <Checkbox
            key={person}
            label={nameOf(person)}
            checked={there.includes(person)}
            onChange={(_, { checked }) => setThere(checked === true ? [...there, person] : there.filter((one) => one !== person))}
          />
        ))}
      </fieldset>
    </ActForm>
  )
}
