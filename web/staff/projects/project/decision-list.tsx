import { Badge, Button } from '@fluentui/react-components'
import { useState } from 'react'
import { UndoForm } from '../forms/undo-form.js'
import { Facts } from '../parts/facts.js'
import { Download } from '../parts/download.js'
import { Papers } from '../parts/papers.js'
import { RegisterMark } from '../parts/register-mark.js'
import { Section } from '../parts/section.js'
import { subjectText } from '../subject-text.js'
import { momentText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { recordsPath, type OneView } from '../ways.js'
import { useProject } from './use-project.js'

type Decision = OneView['decisions'][number]

/** Everything that has been decided, the newest first: what, by whom, when, why, and where it is minuted. */
export function DecisionList() {
  const { t } = useProjects()
  const { view, may } = useProject()
  return (
    <Section title={t('staff-projects.decisions')}>
      {view.decisions.length === 0 && <p className="quiet">{t('staff-projects.no-decisions')}</p>}
      {may('export') && view.recordNumber && !view.recordsAreElsewhere && (
        <Download path={recordsPath(view.id)} name={`${view.recordNumber}.zip`} text={t('staff-projects.as-zip')} />
      )}
      <ul className="projects-found">
        {view.decisions
          .toSorted((one, other) => other.number - one.number)
          .map((decision) => (
            <DecisionItem key={decision.number} decision={decision} />
          ))}
      </ul>
    </Section>
  )
}

function DecisionItem({ decision }: { decision: Decision }) {
  const { t, language, nameOf } = useProjects()
  const { view, can, may } = useProject()
  const [isUndoing, setUndoing] = useState(false)
  const { number, subject, title, choice, motive, conditions, votes, conflicts, at, body, minuted, undoneBy } = decision
  const words = motive.kind === 'own' ? motive.words : []
  const isPoint = subject.kind === 'point'
  return (
    <li>
      <div className="project-line">
        <strong>
          {[t('staff-projects.decision-number', { number }), subjectText(subject, t, view.plan?.content), title]
            .filter(Boolean)
            .join(': ')}
        </strong>
        <Badge appearance="tint" className="project-mark">
          {t(`staff-projects.decided-${choice}`)}
        </Badge>
        {undoneBy !== undefined && (
          <Badge appearance="filled" color="severe" className="project-mark">
            {t('staff-projects.undone-by', { number: undoneBy })}
          </Badge>
        )}
        <span className="push" />
        {may('export') && <Papers project={view.id} paper="decision" number={number} />}
        <RegisterMark thing={{ what: 'decision', number }} name={t('staff-projects.decision-number', { number })} />
      </div>
      <Facts
        facts={[
          [t('staff-projects.decided-by'), `${t(`staff-projects.body-${body}`)}, ${momentText(at, language)}`],
          [
            t('staff-projects.motive'),
            motive.kind === 'as-proposed'
              ? t('staff-projects.as-proposed')
              : words.map(({ by, text }) => `${nameOf(by)}: ${text}`).join(' · '),
          ],
          [t('staff-projects.conditions'), conditions.map(({ by, text }) => `${nameOf(by)}: ${text}`).join(' · ') || undefined],
          [
            t('staff-projects.votes'),
            votes.map((vote) => `${nameOf(vote.by)}: ${t(`staff-projects.choice-${vote.choice}`)}`).join(' · '),
          ],
          [t('staff-projects.conflicts'), conflicts.map(nameOf).join(', ') || undefined],
          [
            t('staff-projects.minuted'),
            minuted === undefined
              ? t('staff-projects.not-minuted')
              : 'meeting' in minuted
                ? t('staff-projects.minuted-in', { meeting: minuted.meeting })
                : t('staff-projects.minuted-in-writing'),
          ],
          [t('staff-projects.in-force'), isPoint && !decision.inForce ? t('staff-projects.not-in-force') : undefined],
        ]}
      />
      {can('undo-asked', 'decision.undo') && undoneBy === undefined && subject.kind !== 'undo' && !isUndoing && (
        <Button size="small" onClick={() => setUndoing(true)}>
          {t('staff-projects.ask-undo', { number })}
        </Button>
      )}
      {isUndoing && <UndoForm decision={number} close={() => setUndoing(false)} />}
    </li>
  )
}
