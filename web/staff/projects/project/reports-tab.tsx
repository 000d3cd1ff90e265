import { useState } from 'react'
import { ProgressForm } from '../forms/progress-form.js'
import { StatusForm } from '../forms/status-form.js'
import { Told } from '../../parts/told.js'
import { linkTo, type Address } from '../address.js'
import { LinkButton } from '../parts/link-button.js'
import { Section } from '../parts/section.js'
import { Toggle } from '../parts/toggle.js'
import { momentText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { ReportView } from './report-view.js'
import { StatusReports } from './status-reports.js'
import type { TabProps } from './project-part.js'
import { useFiling } from './use-filing.js'
import { useProject } from './use-project.js'

const STATUS = /^status-?(.*)$/

/** Reports: the forms of those who write them, and everything that was published, frozen. */
export function ReportsTab({ about }: TabProps) {
  const { t } = useProjects()
  const { view, can, may } = useProject()
  const mayReport = can('status-reported', 'status-report.send')
  const mayPublish = can('progress-published', 'progress-report.publish')
  const week = STATUS.exec(about ?? '')?.[1]
  const at = (form: string): Address => ({ project: view.id, tab: 'reports', about: form })
  const back = <a href={linkTo({ project: view.id, tab: 'reports' })}>{t('staff-projects.to-reports')}</a>
  if (week !== undefined && mayReport)
    return (
      <>
        {back}
        <StatusForm week={week} />
      </>
    )
  if (about === 'progress' && mayPublish)
    return (
      <>
        {back}
        <ProgressForm />
      </>
    )
  return (
    <div className="projects-all">
      {(mayReport || mayPublish) && (
        <div className="project-line">
          {mayReport && <LinkButton to={at('status')}>{t('staff-projects.write-status')}</LinkButton>}
          {mayPublish && <LinkButton to={at('progress')}>{t('staff-projects.write-progress')}</LinkButton>}
        </div>
      )}
      <StatusReports />
      {may('progress-report.read') && <Published />}
    </div>
  )
}

/** All progress reports, the newest first and open. */
function Published() {
  const { t } = useProjects()
  const { view } = useProject()
  const heads = view.filings.filter(({ kind }) => kind === 'progress-report')
  return (
    <Section title={t('staff-projects.progress-reports')}>
      {heads.length === 0 && <p className="quiet">{t('staff-projects.no-progress')}</p>}
      <ul className="projects-found">
        {heads.map(({ number, at }, index) => (
          <OneReport key={number} number={number} at={at} isOpenFirst={index === 0} />
        ))}
      </ul>
    </Section>
  )
}

function OneReport({ number, at, isOpenFirst }: { number: number; at: string; isOpenFirst: boolean }) {
  const { t, language } = useProjects()
  const [isOpen, setOpen] = useState(isOpenFirst)
  const { filed, trouble } = useFiling(isOpen ? { kind: 'progress-report', number } : undefined)
  return (
    <li>
      <Toggle
        text={t('staff-projects.progress-head', { number, at: momentText(at, language) })}
        isOpen={isOpen}
        toggle={() => setOpen(!isOpen)}
      />
      {trouble && <Told intent="error">{trouble}</Told>}
      {filed?.filing.kind === 'progress-report' && (
        <ReportView report={filed.filing.body} {...(filed.since ? { since: filed.since } : {})} />
      )}
    </li>
  )
}
