import { useState } from 'react'
import { Told } from '../../parts/told.js'
import { PlanChanges } from '../parts/plan-changes.js'
import { Section } from '../parts/section.js'
import { Toggle } from '../parts/toggle.js'
import { momentText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import type { OneView } from '../ways.js'
import { useFiling } from './use-filing.js'
import { useProject } from './use-project.js'

type Head = OneView['filings'][number]

/** All revisions of the plan, the newest first, each with what it changed and the decision that it is from. The old ones stay. */
export function Revisions() {
  const { t } = useProjects()
  const { view } = useProject()
  const heads = view.filings.filter(({ kind }) => kind === 'plan')
  if (heads.length === 0) return null
  return (
    <Section title={t('staff-projects.revisions')}>
      <ul className="projects-found">
        {heads.map((head) => (
          <Revision key={`${String(head.number)}.${String(head.revision)}`} head={head} />
        ))}
      </ul>
    </Section>
  )
}

function Revision({ head }: { head: Head }) {
  const { t, language } = useProjects()
  const [isOpen, setOpen] = useState(false)
  const { filed, trouble } = useFiling(isOpen ? head : undefined)
  const name = t('staff-projects.revision-name', { revision: head.number, edition: head.revision })
  const plan = filed?.filing.kind === 'plan' ? filed.filing.body : undefined
  return (
    <li>
      <div className="project-line">
        <Toggle text={t('staff-projects.what-changed-in', { name })} isOpen={isOpen} toggle={() => setOpen(!isOpen)} />
        <span className="quiet">{momentText(head.at, language)}</span>
      </div>
      {trouble && <Told intent="error">{trouble}</Told>}
      {plan && (
        <>
          <p>
            {plan.because.kind === 'point'
              ? t('staff-projects.because-point', { decision: plan.because.decision })
              : t('staff-projects.because-request', {
                  request: plan.because.request,
                  revision: plan.because.revision,
                  decision: plan.because.decision,
                })}
          </p>
          <PlanChanges changes={filed?.changed ?? []} />
        </>
      )}
    </li>
  )
}
