import { RequestForm } from '../forms/request-form.js'
import { linkTo } from '../address.js'
import { LinkButton } from '../parts/link-button.js'
import { Section } from '../parts/section.js'
import { useProjects } from '../use-projects.js'
import { DecisionList } from './decision-list.js'
import { MatterPart } from './matter-part.js'
import type { TabProps } from './project-part.js'
import { RequestList } from './request-list.js'
import { useProject } from './use-project.js'

const REVISE = /^revise-(\d+)$/

/** What waits for a decision, the change requests, and everything that has been decided. */
export function DecisionsTab({ about }: TabProps) {
  const { t } = useProjects()
  const { view, can } = useProject()
  const revised = REVISE.exec(about ?? '')?.[1]
  const request = view.requests.find(({ number }) => String(number) === revised)
  const mayAsk = can('change-requested', 'change.request')
  if (mayAsk && (about === 'change' || request))
    return (
      <>
        <a href={linkTo({ project: view.id, tab: 'decisions' })}>{t('staff-projects.to-decisions')}</a>
        <RequestForm {...(request ? { revises: request } : {})} />
      </>
    )
  const asked = view.matters.find(({ number }) => `matter-${String(number)}` === about)
  const matters = asked ? [asked, ...view.matters.filter((one) => one !== asked)] : view.matters
  return (
    <div className="projects-all">
      {mayAsk && (
        <div>
          <LinkButton to={{ project: view.id, tab: 'decisions', about: 'change' }}>{t('staff-projects.write-change')}</LinkButton>
        </div>
      )}
      <Section title={t('staff-projects.waits')}>
        {matters.length === 0 && <p className="quiet">{t('staff-projects.nothing-waits')}</p>}
        {matters.map((matter) => (
          <MatterPart key={`${String(matter.number)} ${String(matter.round)}`} matter={matter} />
        ))}
      </Section>
      <RequestList />
      <DecisionList />
    </div>
  )
}
