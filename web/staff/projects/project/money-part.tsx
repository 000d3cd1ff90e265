import { Section } from '../parts/section.js'
import { MoneyBar } from '../pictures/money-bar.js'
import { changeText, moneyText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import type { OneView } from '../ways.js'
import { useProject } from './use-project.js'

/** What the project may cost and what it is expected to, and everything that leaves the plan. */
export function MoneyPart({ outlook }: { outlook: NonNullable<OneView['outlook']> }) {
  const { t, language } = useProjects()
  const { view } = useProject()
  const sums = [
    ['head-budget', moneyText(outlook.budget, language)],
    ['head-expected', moneyText(outlook.expected, language)],
    ['head-difference', changeText(outlook.expected - outlook.budget, language)],
  ] as const
  return (
    <Section title={t('staff-projects.money')}>
      <dl className="project-sum">
        {sums.map(([head, sum]) => (
          <div key={head}>
            <dt>{t(`staff-projects.${head}`)}</dt>
            <dd>{sum}</dd>
          </div>
        ))}
      </dl>
      <MoneyBar expected={outlook.expected} budget={outlook.budget} />
      {view.deviations.length > 0 && (
        <ul>
          {view.deviations.map((deviation) => (
            <li key={JSON.stringify(deviation)}>
              <DeviationText deviation={deviation} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function DeviationText({ deviation }: { deviation: OneView['deviations'][number] }) {
  const { t, language } = useProjects()
  const content = useProject().view.plan?.content
  if (deviation.kind === 'budget') {
    const post = content?.budget.find(({ id }) => id === deviation.post)?.name ?? t('staff-projects.whole-budget')
    return t('staff-projects.deviation-budget', { post, by: changeText(deviation.expected - deviation.budget, language) })
  }
  const activity = content?.activities.find(({ id }) => id === deviation.activity)?.name ?? ''
  return t('staff-projects.deviation-time', { activity, days: deviation.days })
}
