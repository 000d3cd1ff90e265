import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { Portfolio } from '../../../../bot/domain/projects/project.js'
import { ChoiceField } from '../../dialogs/choice-field.js'
import { FormDialog } from '../../dialogs/form-dialog.js'
import { Told } from '../../parts/told.js'
import { oreIn } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { PORTFOLIO_NAMES } from './filter.js'

/** What a portfolio may cost in a year. */
export function FrameDialog({ year, done }: { year: string; done: () => Promise<void> }) {
  const { t, ways, tell } = useProjects()
  const [portfolio, setPortfolio] = useState<Portfolio>(PORTFOLIO_NAMES[0]!)
  const [of, setOf] = useState(year)
  const [amount, setAmount] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const frame = oreIn(amount)
  const isYear = /^20\d\d$/.test(of)
  const submit = async (): Promise<boolean> => {
    const got = await ways.setFrame({ portfolio, year: of, frame: frame! })
    if (got.is !== 'ok') {
      setTrouble(got.message ?? t('staff-projects.not-saved'))
      return false
    }
    setTrouble(undefined)
    tell(t('staff-projects.frame-set', { portfolio: t(`staff-projects.portfolio-${portfolio}`), year: of }))
    await done()
    return true
  }
  return (
    <FormDialog
      word="staff-projects.set-frame"
      doWord="staff-projects.save"
      submit={submit}
      isReady={isYear && frame !== undefined}
    >
      {trouble && <Told intent="error">{trouble}</Told>}
      <ChoiceField
        label={t('staff-projects.filter-portfolio')}
        value={portfolio}
        choose={(value) => setPortfolio(value as Portfolio)}
        options={PORTFOLIO_NAMES.map((value) => ({ value, text: t(`staff-projects.portfolio-${value}`) }))}
      />
      <Field label={t('staff-projects.year')} required>
        <Input value={of} inputMode="numeric" onChange={(_, { value }) => setOf(value)} />
      </Field>
      <Field
        label={t('staff-projects.kronor')}
        validationMessage={amount !== '' && frame === undefined ? t('staff-projects.no-amount') : undefined}
        required
      >
        <Input value={amount} inputMode="decimal" onChange={(_, { value }) => setAmount(value)} />
      </Field>
    </FormDialog>
  )
}
