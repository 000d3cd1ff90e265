import { Link } from '@fluentui/react-components'
import type { CallPlan } from '../../../bot/domain/phone/call-view.js'
import type { Translate } from '../words.js'
import { AddButton } from './add-button.js'
import type { Basket } from './turn-part.js'

type Props = { t: Translate; plan: CallPlan; basket: Basket }

/** The permit plan: its code, what is needed in which order, when, and what it costs. */
export function PlanPart({ t, plan, basket }: Props) {
  const sure = plan.steps.filter(({ isSure }) => isSure)
  const open = plan.steps.filter(({ isSure }) => !isSure)
  return (
    <section className="phone-plan" aria-label={t('staff-phone.plan')}>
      <h3>{plan.title}</h3>
      <p className="phone-code">
        {t('staff-phone.plan-code')}: <strong>{plan.code}</strong>
      </p>
      <div className="phone-row">
        <AddButton {...{ t, basket, words: t('staff-phone.add-plan') }} chosen={{ item: { kind: 'plan' }, name: plan.title }} />
        <Link href={plan.page} target="_blank" rel="noopener noreferrer">
          {t('staff-phone.plan-page')}
          <span className="hidden-visually"> {t('staff-phone.new-window')}</span>
        </Link>
      </div>
      {sure.length > 0 && <h4>{t('staff-phone.plan-order')}</h4>}
      <ol className="phone-steps">
        {sure.map(({ name, status, time, fees, first }) => (
          <li key={name}>
            <strong>{name}</strong> <span className="quiet">{status}</span>
            {[time, ...fees, ...first].map((line) => (
              <p key={line}>{line}</p>
            ))}
          </li>
        ))}
      </ol>
      {plan.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <h4>{t('staff-phone.plan-fees')}</h4>
      <p>{plan.fees}</p>
      {open.length > 0 && (
        <details className="phone-other">
          <summary>{t('staff-phone.plan-open', { count: open.length })}</summary>
          <ul>
            {open.map(({ name }) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
