import { Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { ProjectEventSent } from '../../../../bot/domain/projects/events.js'
import type { ProfileName } from '../../../../bot/domain/projects/profiles.js'
import type { Portfolio } from '../../../../bot/domain/projects/project.js'
import { PORTFOLIO_NAMES, PROFILES } from '../portfolio/filter.js'
import { useProject, type Trouble } from '../project/use-project.js'
import { useProjects } from '../use-projects.js'
import { ActForm } from './act-form.js'
import { Meanwhile } from './meanwhile.js'

type Typed = { name: string; portfolio: Portfolio | ''; profile: ProfileName; recordNumber: string }
const RECORD_NUMBER = /^(19|20)\d\d-\d{3,6}$/

/** What the project is called, its portfolio, its profile and its record number. Each is a change of its own, and only what is another is sent. */
export function IdentityForm({ close }: { close: () => void }) {
  const { t } = useProjects()
  const { view, can, act } = useProject()
  const [typed, setTyped] = useState<Typed>({
    name: view.name,
    portfolio: view.portfolio ?? '',
    profile: view.profile,
    recordNumber: view.recordNumber ?? '',
  })
  const [seen, setSeen] = useState(view.seen.name)
  const isMeanwhile = seen !== view.seen.name
  const set = (change: Partial<Typed>): void => setTyped((before) => ({ ...before, ...change }))
  const isWrong = typed.recordNumber !== '' && !RECORD_NUMBER.test(typed.recordNumber)
  const maySettle = can('renamed', 'project.settle')

  const renamed: ProjectEventSent = {
    kind: 'renamed',
    name: typed.name,
    ...(typed.portfolio === '' ? {} : { portfolio: typed.portfolio }),
  }
  const isRenamed = typed.name.trim() !== view.name || typed.portfolio !== (view.portfolio ?? '')
  const isNumbered = typed.recordNumber !== '' && typed.recordNumber !== (view.recordNumber ?? '')
  // The name is last: what it began from is another when it has been changed.
  const events: readonly ProjectEventSent[] = [
    ...(typed.profile === view.profile ? [] : [{ kind: 'profile-changed' as const, profile: typed.profile }]),
    ...(isNumbered ? [{ kind: 'record-number-set' as const, recordNumber: typed.recordNumber }] : []),
    ...(isRenamed ? [renamed] : []),
  ]
  const submit = async (): Promise<Trouble | undefined> => {
    for (const event of events) {
      const editing = event.kind === 'renamed' ? { seen } : undefined
      const trouble = await act(event, t('staff-projects.identity-changed'), editing)
      if (trouble) return trouble
    }
    close()
    return undefined
  }
  return (
    <ActForm
      title={t('staff-projects.change-identity')}
      doText={t('staff-projects.save')}
      isReady={typed.name.trim() !== '' && !isWrong && !isMeanwhile && events.length > 0}
      submit={submit}
      cancel={close}
    >
      {maySettle && (
        <>
          <Field label={t('staff-projects.new-name')} required>
            <Input value={typed.name} maxLength={200} onChange={(_, { value }) => set({ name: value })} />
          </Field>
          <Field label={t('staff-projects.filter-portfolio')}>
            <Select value={typed.portfolio} onChange={(_, { value }) => set({ portfolio: value as Typed['portfolio'] })}>
              <option value="">{t('staff-projects.no-portfolio')}</option>
              {PORTFOLIO_NAMES.map((one) => (
                <option key={one} value={one}>
                  {t(`staff-projects.portfolio-${one}`)}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
      {can('profile-changed', 'project.settle') && (
        <Field label={t('staff-projects.filter-profile')} hint={t('staff-projects.profile-hint')}>
          <Select value={typed.profile} onChange={(_, { value }) => set({ profile: value as Typed['profile'] })}>
            {PROFILES.map((one) => (
              <option key={one} value={one}>
                {t(`staff-projects.profile-${one}`)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {can('record-number-set', 'record.register') && (
        <Field
          label={t('staff-projects.new-recordNumber')}
          validationMessage={isWrong ? t('staff-projects.wrong-record-number') : undefined}
        >
          <Input value={typed.recordNumber} onChange={(_, { value }) => set({ recordNumber: value.trim() })} />
        </Field>
      )}
      {isMeanwhile && <Meanwhile difference={<p>{view.name}</p>} goOn={() => setSeen(view.seen.name)} />}
    </ActForm>
  )
}
