import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { Role } from '../../../bot/domain/people/roles.js'
import { FormDialog } from '../dialogs/form-dialog.js'
import type { Translate } from '../words.js'
import { ChecksField } from './checks-field.js'
import type { ChoicesView, PersonView } from '../../../bot/domain/people/people-view.js'
import type { PeopleInHand } from './use-people.js'

type Props = { t: Translate; known: readonly PersonView[]; choices: ChoicesView } & Pick<PeopleInHand, 'change'>

const ID = /^\s*[0-9A-Za-z.-]+\|[0-9A-Za-z-]{8,64}\s*$/

/** Somebody who has not tried to come in yet: by the id that the sign-in page would tell them. */
export function AddPerson({ t, known, choices, change }: Props) {
  const [id, setId] = useState('')
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<readonly string[]>([])
  const submit = async (): Promise<boolean> => {
    const same = id.trim().toLowerCase()
    const expects = known.find((one) => one.id.toLowerCase() === same)?.version
    const wanted = { name: name.trim(), roles: roles as readonly Role[] }
    if (!(await change(id.trim(), expects, wanted, t('staff-people.added', { name: name.trim() })))) return false
    setId('')
    setName('')
    setRoles([])
    return true
  }
  const isWrong = id !== '' && !ID.test(id)
  const isReady = ID.test(id) && name.trim() !== '' && roles.length > 0
  return (
    <FormDialog word="staff-people.add" doWord="staff-people.add-do" submit={submit} isReady={isReady}>
      <Field
        label={t('staff-people.id')}
        hint={t('staff-people.id-hint')}
        validationMessage={isWrong ? t('staff-people.id-wrong') : undefined}
        required
      >
        <Input value={id} onChange={(_, { value }) => setId(value)} />
      </Field>
      <Field label={t('staff-people.name')} hint={t('staff-people.name-hint')} required>
        <Input value={name} maxLength={80} onChange={(_, { value }) => setName(value)} />
      </Field>
      <ChecksField
        label={t('staff-people.roles')}
        options={choices.roles.map((role) => ({
          id: role.id,
          name: t(`staff.role-${role.id}`),
          hint: t(`staff-people.role-${role.id}`),
        }))}
        chosen={roles}
        choose={setRoles}
      />
    </FormDialog>
  )
}
