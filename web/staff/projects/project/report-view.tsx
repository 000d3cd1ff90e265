import type { ReportDifference } from '../../../../bot/domain/projects/progress-report.js'
import { CompiledPart } from '../forms/compiled-part.js'
import { Facts } from '../parts/facts.js'
import { LightsList } from '../parts/lights-list.js'
import { Papers } from '../parts/papers.js'
import { RegisterMark } from '../parts/register-mark.js'
import { BudgetPicture } from '../pictures/budget-picture.js'
import { RiskMatrix } from '../pictures/risk-matrix.js'
import { changeText, dayText, momentText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import type { OneView } from '../ways.js'
import { useProject } from './use-project.js'

export type Report = NonNullable<OneView['lastProgress']>
type Props = { report: Report; since?: ReportDifference }

/** A progress report as it was published, with what is new in it since the one before. */
export function ReportView({ report, since }: Props) {
  const { t, language, nameOf } = useProjects()
  const { view, may } = useProject()
  return (
    <article className="project-report" aria-label={t('staff-projects.progress-number', { number: report.number })}>
      <p className="quiet">
        {t('staff-projects.from-to', { from: dayText(report.from, language), to: dayText(report.to, language) })} ·{' '}
        {t('staff-projects.published-by', { name: nameOf(report.by), at: momentText(report.at, language) })}
      </p>
      <div className="project-line">
        {may('export') && <Papers project={view.id} paper="progress-report" number={report.number} />}
        <RegisterMark
          thing={{ what: 'progress-report', number: report.number }}
          name={t('staff-projects.progress-number', { number: report.number })}
        />
      </div>
      {since && <Since since={since} />}
      <LightsList lights={report.lights} />
      <Facts
        facts={[
          [
            t('staff-projects.progress-done'),
            <p key="done" className="as-typed">
              {report.done}
            </p>,
          ],
          [
            t('staff-projects.progress-next'),
            <p key="next" className="as-typed">
              {report.next}
            </p>,
          ],
          [
            t('staff-projects.decisions-wanted'),
            report.decisionsWanted.length > 0 ? (
              <ul key="wanted">
                {report.decisionsWanted.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            ) : undefined,
          ],
        ]}
      />
      <CompiledPart compiled={report.compiled} waiting={report.waiting} />
      {view.plan && <BudgetPicture posts={view.plan.content.budget} outlook={report.outlook} />}
      {report.withRisks && <RiskMatrix risks={report.risks} />}
    </article>
  )
}

/** What differs from the report before. */
function Since({ since }: { since: ReportDifference }) {
  const { t, language } = useProjects()
  const lines = [
    ...since.lights.map(({ aspect, before, now }) =>
      t('staff-projects.since-light', {
        aspect: t(`staff-projects.aspect-${aspect}`),
        before: t(`staff-projects.light-${before}`),
        now: t(`staff-projects.light-${now}`),
      }),
    ),
    ...since.stillRed.map((aspect) => t('staff-projects.since-red', { aspect: t(`staff-projects.aspect-${aspect}`) })),
    ...(since.expected === 0 ? [] : [t('staff-projects.since-money', { by: changeText(since.expected, language) })]),
    ...since.decided.map((number) => t('staff-projects.since-decided', { number })),
    ...since.newlyWaiting.map((number) => t('staff-projects.since-waiting', { number })),
  ]
  return (
    <div className="project-since">
      <h5>{t('staff-projects.since')}</h5>
      {lines.length === 0 ? (
        <p>{t('staff-projects.since-nothing')}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
