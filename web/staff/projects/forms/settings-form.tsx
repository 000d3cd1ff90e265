import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { Settings } from '../../../../bot/domain/projects/settings.js'
import { useProject, type Trouble } from '../project/use-project.js'
import { SettingsView } from '../project/settings-view.js'
import { POINTS_IN } from '../points.js'
import { useProjects } from '../use-projects.js'
import { ActForm } from './act-form.js'
import { Meanwhile } from './meanwhile.js'
import { DaysFields, DecidesFields } from './settings-fields.js'

const NUMBERS = { quorum: [1, 50], voteDays: [1, 60], tolerance: [0, 50] } as const
type NumberName = keyof typeof NUMBERS

const isIn = (text: string, [least, most]: readonly [number, number]): boolean =>
  /^\d{1,2}$/.test(text) && Number(text) >= least && Number(text) <= most

/** What the project decides for itself: quorum, days, tolerance, who decides, and its own days. */
export function SettingsForm({ close }: { close: () => void }) {
  const { t } = useProjects()
  const { view, act } = useProject()
  const [settings, setSettings] = useState<Settings>(view.settings)
  const [numbers, setNumbers] = useState<Record<NumberName, string>>({
    quorum: String(view.settings.quorum ?? ''),
    voteDays: String(view.settings.voteDays),
    tolerance: String(view.settings.tolerance),
  })
  const [seen, setSeen] = useState(view.seen.settings)
  const isMeanwhile = seen !== view.seen.settings
  const isWrong = (name: NumberName): boolean =>
    !(name === 'quorum' && numbers.quorum === '') && !isIn(numbers[name], NUMBERS[name])
  const names = Object.keys(NUMBERS) as NumberName[]
  const submit = async (): Promise<Trouble | undefined> => {
    const { quorum: _, ...rest } = settings
    const wanted = {
      ...rest,
      voteDays: Number(numbers.voteDays),
      tolerance: Number(numbers.tolerance),
      ...(numbers.quorum === '' ? {} : { quorum: Number(numbers.quorum) }),
    }
    const trouble = await act({ kind: 'settings-changed', settings: wanted }, t('staff-projects.settings-changed'), { seen })
    if (!trouble) close()
    return trouble
  }
  return (
    <ActForm
      title={t('staff-projects.change-settings')}
      doText={t('staff-projects.save')}
      isReady={!names.some(isWrong) && !isMeanwhile}
      submit={submit}
      cancel={close}
    >
      <div className="project-fields">
        {names.map((name) => (
          <Field
            key={name}
            label={t(`staff-projects.setting-${name}`)}
            validationMessage={
              isWrong(name) ? t('staff-projects.between', { least: NUMBERS[name][0], most: NUMBERS[name][1] }) : undefined
            }
          >
            <Input
              inputMode="numeric"
              value={numbers[name]}
              onChange={(_, { value }) => setNumbers((before) => ({ ...before, [name]: value }))}
            />
          </Field>
        ))}
      </div>
      <DecidesFields {...{ settings }} set={setSettings} points={POINTS_IN[view.points]} />
      <DaysFields {...{ settings }} set={setSettings} />
      {isMeanwhile && (
        <Meanwhile
          difference={<SettingsView settings={view.settings} points={POINTS_IN[view.points]} />}
          goOn={() => setSeen(view.seen.settings)}
        />
      )}
    </ActForm>
  )
}
