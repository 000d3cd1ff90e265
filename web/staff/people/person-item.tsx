import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { FormDialog } from '../dialogs/form-dialog.js'
import type { Translate } from '../words.js'
import type { PersonView } from '../../../bot/domain/people/people-view.js'
import type { PeopleInHand } from './use-people.js'

type Props = { person: PersonView; me: string; t: Translate; edit: () => void; children: ReactNode } & Pick<
  PeopleInHand,
  'change'
>

/** One of those who work here. */
export function PersonItem({ person, me, t, edit, change, children }: Props) {
  const { id, version, name, team, roles } = person
  const shown = name || t('staff-people.no-name')
  const remove = (): Promise<boolean> => change(id, version, { roles: [] }, t('staff-people.taken', { name: shown }))
  return (
    <li className="people-person" aria-label={shown}>
      <div className="people-head">
        <strong>{shown}</strong>
        <span className="quiet">
          {team}
          {id === me && ` · ${t('staff-people.you')}`}
        </span>
        <span className="push" />
        <span>{roles.map((role) => t(`staff.role-${role}`)).join(', ')}</span>
      </div>
      <code className="people-id">{id}</code>
      <div className="people-acts">
        <Button size="small" onClick={edit}>
          {t('staff-people.edit')}
        </Button>
        {roles.length > 0 && (
          <FormDialog word="staff-people.take" doWord="staff-people.take" submit={remove} isReady>
            <p>{t('staff-people.take-sure', { name: shown })}</p>
          </FormDialog>
        )}
      </div>
      {children}
    </li>
  )
}
