import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { MeetingForm } from '../forms/meeting-form.js'
import { Papers } from '../parts/papers.js'
import { RegisterMark } from '../parts/register-mark.js'
import { Section } from '../parts/section.js'
import { Toggle } from '../parts/toggle.js'
import { Told } from '../../parts/told.js'
import { momentText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { MeetingItem } from './meeting-item.js'
import { MinutesView } from './minutes-view.js'
import { useFiling } from './use-filing.js'
import { useProject } from './use-project.js'

/** Meetings of the steering group: called, held, and their minutes. */
export function MeetingsTab() {
  const { t } = useProjects()
  const { view, can, may } = useProject()
  const [isCalling, setCalling] = useState(false)
  const heads = view.filings.filter(({ kind }) => kind === 'minutes')
  return (
    <div className="projects-all">
      <Section title={t('staff-projects.meetings')}>
        {can('meeting-called', 'meeting.lead') && !isCalling && (
          <Button onClick={() => setCalling(true)}>{t('staff-projects.call-meeting')}</Button>
        )}
        {isCalling && <MeetingForm close={() => setCalling(false)} />}
        {view.meetings?.length === 0 && <p className="quiet">{t('staff-projects.no-meetings')}</p>}
        {view.meetings?.map((meeting) => (
          <MeetingItem key={meeting.number} meeting={meeting} />
        ))}
      </Section>
      {may('minutes.read') && (
        <Section title={t('staff-projects.minutes')}>
          {heads.length === 0 && <p className="quiet">{t('staff-projects.no-minutes')}</p>}
          <ul className="projects-found">
            {heads.map(({ number, at }) => (
              <FiledMinutes key={number} {...{ number, at }} />
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}

function FiledMinutes({ number, at }: { number: number; at: string }) {
  const { t, language } = useProjects()
  const { view, may } = useProject()
  const [isOpen, setOpen] = useState(false)
  const { filed, trouble } = useFiling(isOpen ? { kind: 'minutes', number } : undefined)
  return (
    <li>
      <div className="project-line">
        <Toggle
          text={t('staff-projects.minutes-head', { number, at: momentText(at, language) })}
          isOpen={isOpen}
          toggle={() => setOpen(!isOpen)}
        />
        <span className="push" />
        {may('export') && <Papers project={view.id} paper="minutes" number={number} />}
        <RegisterMark thing={{ what: 'minutes', number }} name={t('staff-projects.paper-minutes', { number })} />
      </div>
      {trouble && <Told intent="error">{trouble}</Told>}
      {filed?.filing.kind === 'minutes' && <MinutesView minutes={filed.filing.body} />}
    </li>
  )
}
