import { Badge } from '@fluentui/react-components'
import { useState } from 'react'
import { Told } from '../../parts/told.js'
import { linkTo } from '../address.js'
import { ActButton } from '../parts/act-button.js'
import { Papers } from '../parts/papers.js'
import { RegisterMark } from '../parts/register-mark.js'
import { Section } from '../parts/section.js'
import { Toggle } from '../parts/toggle.js'
import { momentText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import type { OneView } from '../ways.js'
import { RequestWords } from './request-words.js'
import { useFiling } from './use-filing.js'
import { useProject } from './use-project.js'

type Request = OneView['requests'][number]

/** The change requests: those that are not decided first, then every revision that was ever made. */
export function RequestList() {
  const { t, language } = useProjects()
  const { view } = useProject()
  const heads = view.filings.filter(({ kind }) => kind === 'change-request')
  return (
    <Section title={t('staff-projects.requests')}>
      {heads.length === 0 && <p className="quiet">{t('staff-projects.no-requests')}</p>}
      {view.requests.map((request) => (
        <Undecided key={request.number} request={request} />
      ))}
      {heads.length > 0 && <h4>{t('staff-projects.all-revisions')}</h4>}
      <ul className="projects-found">
        {heads.map(({ number, revision, at }) => (
          <Filed key={`${String(number)}.${String(revision)}`} {...{ number, revision }} at={momentText(at, language)} />
        ))}
      </ul>
    </Section>
  )
}

function Undecided({ request: { number, status, latest } }: { request: Request }) {
  const { t } = useProjects()
  const { view, can } = useProject()
  const name = t('staff-projects.subject-request', { number, revision: latest.revision })
  return (
    <div className="project-line">
      <strong>
        {name}: {latest.title}
      </strong>
      <Badge appearance="outline" className="project-mark">
        {t(`staff-projects.request-${status}`)}
      </Badge>
      {can('request-revised', 'change.request') && (
        <a href={linkTo({ project: view.id, tab: 'decisions', about: `revise-${String(number)}` })}>
          {t('staff-projects.revise', { number })}
        </a>
      )}
      {can('request-withdrawn', 'change.request') && (
        <ActButton
          text={t('staff-projects.withdraw')}
          name={t('staff-projects.withdraw-number', { number })}
          asks={t('staff-projects.withdraw-asks')}
          done={t('staff-projects.withdrawn', { number })}
          event={{ kind: 'request-withdrawn', request: number }}
        />
      )}
    </div>
  )
}

function Filed({ number, revision, at }: { number: number; revision: number; at: string }) {
  const { t } = useProjects()
  const { view, may } = useProject()
  const [isOpen, setOpen] = useState(false)
  const { filed, trouble } = useFiling(isOpen ? { kind: 'change-request', number, revision } : undefined)
  const body = filed?.filing.kind === 'change-request' ? filed.filing.body : undefined
  return (
    <li>
      <div className="project-line">
        <Toggle
          text={t('staff-projects.subject-request', { number, revision })}
          isOpen={isOpen}
          toggle={() => setOpen(!isOpen)}
        />
        <span className="quiet">{at}</span>
        <span className="push" />
        {may('export') && <Papers project={view.id} paper="change-request" number={number} />}
        <RegisterMark thing={{ what: 'change-request', number }} name={t('staff-projects.request-number', { number })} />
      </div>
      {trouble && <Told intent="error">{trouble}</Told>}
      {body && (
        <>
          <h5>{body.title}</h5>
          <RequestWords request={body} />
        </>
      )}
    </li>
  )
}
