import { Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { Seat } from '../../../../bot/domain/projects/roles.js'
import { linkTo } from '../address.js'
import { ActForm } from '../forms/act-form.js'
import { SeatsField } from '../parts/seats-field.js'
import { newId } from '../../../chat/new-id.js'
import type { Trouble } from '../project/use-project.js'
import { useProjects } from '../use-projects.js'
import { PORTFOLIO_NAMES, PROFILES } from './filter.js'

const FIRST = { number: '', name: '', recordNumber: '', portfolio: '', profile: 'standard' }
type Typed = typeof FIRST
const TEXTS = ['number', 'name', 'recordNumber'] as const

/** A new project, by the portfolio office: what it is called, how much of the model it uses, and who is in it. */
export function RegisterForm({ close }: { close: () => void }) {
  const { t, ways, tell } = useProjects()
  const [typed, setTyped] = useState<Typed>(FIRST)
  const [roster, setRoster] = useState<readonly Seat[]>([])
  const set = (change: Partial<Typed>): void => setTyped((before) => ({ ...before, ...change }))
  const isReady = typed.number.trim() !== '' && typed.name.trim() !== '' && roster.length > 0
  const submit = async (): Promise<Trouble | undefined> => {
    const got = await ways.register({
      id: `p-${newId().slice(0, 24)}`,
      number: typed.number,
      name: typed.name,
      profile: typed.profile as (typeof PROFILES)[number],
      roster: [...roster],
      ...(typed.recordNumber.trim() ? { recordNumber: typed.recordNumber.trim() } : {}),
      ...(typed.portfolio ? { portfolio: typed.portfolio as (typeof PORTFOLIO_NAMES)[number] } : {}),
    })
    if (got.is !== 'ok') return got.message ?? t('staff-projects.not-saved')
    tell(t('staff-projects.registered', { name: got.body.name }))
    close()
    location.hash = linkTo({ project: got.body.id })
    return undefined
  }
  return (
    <ActForm
      title={t('staff-projects.register')}
      doText={t('staff-projects.register-do')}
      {...{ isReady, submit }}
      cancel={close}
    >
      {TEXTS.map((name) => (
        <Field key={name} label={t(`staff-projects.new-${name}`)} required={name !== 'recordNumber'}>
          <Input value={typed[name]} onChange={(_, { value }) => set({ [name]: value })} />
        </Field>
      ))}
      <Field label={t('staff-projects.filter-portfolio')}>
        <Select value={typed.portfolio} onChange={(_, { value }) => set({ portfolio: value })}>
          <option value="">{t('staff-projects.no-portfolio')}</option>
          {PORTFOLIO_NAMES.map((one) => (
            <option key={one} value={one}>
              {t(`staff-projects.portfolio-${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('staff-projects.filter-profile')} hint={t('staff-projects.profile-hint')}>
        <Select value={typed.profile} onChange={(_, { value }) => set({ profile: value })}>
          {PROFILES.map((one) => (
            <option key={one} value={one}>
              {t(`staff-projects.profile-${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <SeatsField roster={roster} change={setRoster} />
    </ActForm>
  )
}
