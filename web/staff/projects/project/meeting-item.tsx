import { Badge, Button } from '@fluentui/react-components'
import { useState } from 'react'
import { CloseForm } from '../forms/close-form.js'
import { MeetingForm } from '../forms/meeting-form.js'
import { ThereForm } from '../forms/there-form.js'
import { ActButton } from '../parts/act-button.js'
import { dayText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import type { OneView } from '../ways.js'
import { agendaText } from './agenda-text.js'
import { MinutesView } from './minutes-view.js'
import { useProject } from './use-project.js'

export type Meeting = NonNullable<OneView['meetings']>[number]

/** One meeting from its call to its signed minutes; what can be done with it depends on how far it has come. */
export function MeetingItem({ meeting }: { meeting: Meeting }) {
  const { t, language } = useProjects()
  const { view, can } = useProject()
  const [doing, setDoing] = useState<'move' | 'open' | 'close'>()
  const { number, status, on, at, place, agendaNow, minutes } = meeting
  const mayLead = can('meeting-opened', 'meeting.lead')
  const close = (): void => setDoing(undefined)
  const press = (what: 'move' | 'open' | 'close', word: string) => (
    <Button size="small" aria-expanded={doing === what} onClick={() => setDoing(doing === what ? undefined : what)}>
      {t(`staff-projects.${word}`)}
    </Button>
  )
  return (
    <article className="project-matter" aria-label={t('staff-projects.meeting-number', { number })}>
      <div className="project-line">
        <h4>
          {t('staff-projects.meeting-number', { number })}: {dayText(on, language)} {at}, {place}
        </h4>
        <Badge appearance="outline" className="project-mark">
          {t(`staff-projects.meeting-${status}`)}
        </Badge>
      </div>
      {!minutes && (
        <>
          <h5>{t('staff-projects.agenda')}</h5>
          {agendaNow.length === 0 ? (
            <p className="quiet">{t('staff-projects.no-agenda')}</p>
          ) : (
            <ol>
              {agendaNow.map((item) => (
                <li key={JSON.stringify(item)}>{agendaText(item, view, t)}</li>
              ))}
            </ol>
          )}
        </>
      )}
      {mayLead && (
        <div className="project-line">
          {status === 'called' && (
            <>
              {press('open', 'open-meeting')}
              {press('move', 'move-meeting')}
              <ActButton
                text={t('staff-projects.cancel-meeting')}
                name={t('staff-projects.cancel-meeting-number', { number })}
                asks={t('staff-projects.cancel-meeting-asks')}
                done={t('staff-projects.meeting-is-cancelled', { number })}
                event={{ kind: 'meeting-cancelled', meeting: number }}
              />
            </>
          )}
          {status === 'open' && (
            <>
              {press('open', 'who-is-there')}
              {press('close', 'close-meeting')}
            </>
          )}
          {status === 'closed' && press('close', 'correct-notes')}
        </div>
      )}
      {doing === 'move' && <MeetingForm {...{ close, meeting }} />}
      {doing === 'open' && <ThereForm {...{ close, meeting }} />}
      {doing === 'close' && <CloseForm {...{ close, meeting }} />}
      {minutes && (
        <>
          <MinutesView minutes={minutes} />
          {can('minutes-signed', 'minutes.sign') && status === 'closed' && (
            <ActButton
              isMain
              text={t('staff-projects.sign-minutes')}
              name={t('staff-projects.sign-minutes-of', { number })}
              done={t('staff-projects.minutes-signed', { number })}
              event={{ kind: 'minutes-signed', meeting: number, hash: minutes.hash }}
            />
          )}
        </>
      )}
    </article>
  )
}
