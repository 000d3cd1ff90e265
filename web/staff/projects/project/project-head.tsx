import { Badge } from '@fluentui/react-components'
import type { RefObject } from 'react'
import { Told } from '../../parts/told.js'
import { linkTo } from '../address.js'
import { LateMark, LightMark, WaitingMark } from '../parts/marks.js'
import { dayText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { useProject } from './use-project.js'

/** What a project is called and how it stands, above all its tabs. */
export function ProjectHead({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  const { t, language } = useProjects()
  const { view, can } = useProject()
  const { summary, matters } = view
  const day = (one: string): string => dayText(one, language)
  return (
    <header className="project-head">
      <h2 ref={heading} tabIndex={-1}>
        {view.name}
      </h2>
      <p className="project-line">
        <span className="quiet">
          {[
            view.number,
            view.recordNumber && t('staff-projects.record', { number: view.recordNumber }),
            view.portfolio && t(`staff-projects.portfolio-${view.portfolio}`),
            t('staff-projects.row-profile', { profile: t(`staff-projects.profile-${view.profile}`) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <Badge appearance="outline" color="informative" className="project-mark">
          {t('staff-projects.row-phase', { phase: t(`staff-projects.phase-${view.phase}`) })}
        </Badge>
        {view.isLate && <LateMark />}
        {summary.light && <LightMark light={summary.light} />}
        {view.isWaiting && <WaitingMark />}
      </p>
      {view.isWaiting && (
        <Told intent="warning">
          <strong>{t('staff-projects.waits')}.</strong>{' '}
          {t(view.allHeld ? 'staff-projects.waits-all' : 'staff-projects.waits-some', {
            since: summary.waitingSince ? day(summary.waitingSince) : '',
          })}{' '}
          <a href={linkTo({ project: view.id, tab: 'decisions' })}>{t('staff-projects.to-matters', { count: matters.length })}</a>
        </Told>
      )}
      {view.deviatesSince && (
        <Told intent="warning">
          {t('staff-projects.deviates-since', { on: day(view.deviatesSince) })}{' '}
          {can('change-requested', 'change.request') && (
            <a href={linkTo({ project: view.id, tab: 'decisions', about: 'change' })}>{t('staff-projects.write-change')}</a>
          )}
        </Told>
      )}
    </header>
  )
}
