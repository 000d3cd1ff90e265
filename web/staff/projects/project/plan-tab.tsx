import { PlanImport } from '../forms/plan-import.js'
import { Section } from '../parts/section.js'
import { BudgetPicture } from '../pictures/budget-picture.js'
import { RiskMatrix } from '../pictures/risk-matrix.js'
import { TimelinePicture } from '../pictures/timeline-picture.js'
import { withDecided } from '../pictures/with-decided.js'
import { dayOfMoment, dayText, momentText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { ActivitiesPart } from './activities-part.js'
import { PlanFrame } from './plan-frame.js'
import { PlanPapers } from './plan-papers.js'
import { Revisions } from './revisions.js'
import { UpkeepPart } from './upkeep-part.js'
import { useProject } from './use-project.js'

/** The plan as it stands, in pictures and tables, and how it has come to be so. */
export function PlanTab() {
  const { t, language } = useProjects()
  const { view, can, may } = useProject()
  const { plan, proposal, summary, today } = view
  const content = plan?.content ?? proposal?.content
  // Before the plan is decided it is put anew; afterwards what differs is upkeep, or a change request.
  const mayImport =
    can('plan-proposed', 'plan.propose') || (can('plan-kept-up', 'plan.keep-up') && can('change-requested', 'change.request'))
  return (
    <div className="projects-all">
      {mayImport && !plan && <PlanImport />}
      {!content && <p>{t('staff-projects.no-plan')}</p>}
      {content && (
        <>
          <Section title={t('staff-projects.tab-plan')}>
            <p>
              {plan
                ? t('staff-projects.plan-is', {
                    revision: plan.revision,
                    edition: plan.edition,
                    at: momentText(plan.at, language),
                  })
                : t('staff-projects.plan-proposed', {
                    number: proposal!.number,
                    at: dayText(dayOfMoment(proposal!.at), language),
                  })}
            </p>
            <PlanFrame content={content} />
            {may('export') && <PlanPapers />}
          </Section>
          <Section title={t('staff-projects.timeline')}>
            <TimelinePicture
              timeline={withDecided(summary.timeline, view.decisions)}
              from={summary.from}
              to={summary.to}
              today={today}
            />
          </Section>
          <Section title={t('staff-projects.budget')}>
            <BudgetPicture posts={content.budget} outlook={view.outlook} isUnderHeading />
          </Section>
          <ActivitiesPart content={content} />
          <Section title={t('staff-projects.risks')}>
            <RiskMatrix risks={content.risks} isUnderHeading />
          </Section>
          {plan && can('plan-kept-up', 'plan.keep-up') && <UpkeepPart content={plan.content} />}
          {mayImport && plan && <PlanImport />}
          <Revisions />
        </>
      )}
    </div>
  )
}
