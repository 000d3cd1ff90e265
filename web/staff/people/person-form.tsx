import { Button, Field, Input, SpinButton } from '@fluentui/react-components'
import { useState } from 'react'
import type { Role } from '../../../bot/domain/people/roles.js'
import { languageName } from '../times.js'
import type { Translate } from '../words.js'
import { ChecksField } from './checks-field.js'
import type { ChoicesView, PersonView } from '../../../bot/domain/people/people-view.js'
import type { Change } from './people-api.js'
import { ShiftField } from './shift-field.js'
import type { PeopleInHand } from './use-people.js'

type Props = {
  person: PersonView
  choices: ChoicesView
  t: Translate
  language: string
  close: () => void
} & Pick<PeopleInHand, 'change'>

// Those that citizens write in most; whoever speaks another keeps it, and may be given it by its tag.
const LANGUAGES = ['sv', 'en', 'ar', 'fi', 'so', 'fa', 'pl', 'es', 'ti', 'uk', 'ru', 'tr', 'fr', 'de']
const MOST_CHATS = 20

/** What a lead decides of one person. It stays open, with what was filled in, when it could not be saved. */
export function PersonForm({ person, choices, t, language, change, close }: Props) {
  const [opened] = useState<PersonView>(person)
  const [filled, setFilled] = useState<PersonView>(person)
  const [isBusy, setBusy] = useState(false)
  const fill = (part: Partial<PersonView>): void => setFilled((before) => ({ ...before, ...part }))
  const save = async (): Promise<void> => {
    setBusy(true)
    // Only what was touched here, on the version that is shown above: what another lead changed meanwhile stands.
    const isDone = await change(
      person.id,
      person.version,
      changeIn(opened, filled),
      t('staff-people.saved', { name: filled.name }),
    )
    setBusy(false)
    if (isDone) close()
  }
  const languages = [...new Set([...LANGUAGES, ...person.languages])].map((id) => ({ id, name: languageName(id, language) }))
  return (
    <form
      className="people-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="place-grid">
        <Field label={t('staff-people.name')} hint={t('staff-people.name-hint')} required>
          <Input value={filled.name} maxLength={80} onChange={(_, { value }) => fill({ name: value })} />
        </Field>
        <Field label={t('staff-people.team')} hint={t('staff-people.team-hint')} required>
          <Input value={filled.team} maxLength={80} onChange={(_, { value }) => fill({ team: value })} />
        </Field>
        <Field label={t('staff-people.email')} hint={t('staff-people.email-hint')}>
          <Input type="email" value={filled.email ?? ''} maxLength={200} onChange={(_, { value }) => fill({ email: value })} />
        </Field>
        <Field label={t('staff-people.capacity')} hint={t('staff-people.capacity-hint')}>
          <SpinButton
            value={filled.capacity}
            min={1}
            max={MOST_CHATS}
            onChange={(_, { value, displayValue }) =>
              fill({ capacity: capacityIn(value ?? Number(displayValue), filled.capacity) })
            }
          />
        </Field>
        <ChecksField
          label={t('staff-people.roles')}
          options={choices.roles.map(({ id }) => ({ id, name: t(`staff.role-${id}`), hint: t(`staff-people.role-${id}`) }))}
          chosen={filled.roles}
          choose={(roles) => fill({ roles: roles as readonly Role[] })}
        />
        <ChecksField
          label={t('staff-people.queues')}
          options={choices.queues}
          chosen={filled.queues}
          choose={(queues) => fill({ queues })}
        />
        <ChecksField
          label={t('staff-people.languages')}
          options={languages}
          chosen={filled.languages}
          choose={(chosen) => fill({ languages: chosen })}
        />
        <ChecksField
          label={t('staff-people.topics')}
          hint={t('staff-people.topics-hint')}
          options={choices.topics}
          chosen={filled.topics}
          choose={(topics) => fill({ topics })}
        />
      </div>
      <ShiftField t={t} shift={filled.shift} choose={(shift) => fill({ shift })} />
      <div className="people-acts">
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {t('staff-people.save')}
        </Button>
        <Button type="button" onClick={close}>
          {t('staff.cancel')}
        </Button>
      </div>
    </form>
  )
}

const capacityIn = (value: number, before: number): number =>
  Number.isInteger(value) && value >= 1 && value <= MOST_CHATS ? value : before

const partsOf = ({ id: _, version: __, name, team, email, shift, ...same }: PersonView): Required<Change> => ({
  ...same,
  name: name.trim(),
  team: team.trim(),
  email: email?.trim() || null,
  shift: shift ?? null,
})

function changeIn(opened: PersonView, filled: PersonView): Change {
  const before = partsOf(opened)
  const changed = Object.entries(partsOf(filled)).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Change]),
  )
  return Object.fromEntries(changed)
}
