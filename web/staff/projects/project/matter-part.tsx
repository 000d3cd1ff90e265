import { Told } from '../../parts/told.js'
import { ConflictPart } from '../forms/conflict-part.js'
import { VoteForm } from '../forms/vote-form.js'
import { ActButton } from '../parts/act-button.js'
import { DataTable } from '../parts/data-table.js'
import { Facts } from '../parts/facts.js'
import { PlanChanges } from '../parts/plan-changes.js'
import { subjectText } from '../subject-text.js'
import { dayText, momentText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import type { Matter } from '../ways.js'
import { RequestWords } from './request-words.js'
import { useProject } from './use-project.js'

/** Something that waits for votes, as the reader may see it: what it is about, how far it has come, and one's own vote. */
export function MatterPart({ matter }: { matter: Matter }) {
  const { t, language, nameOf } = useProjects()
  const { view, can } = useProject()
  const title = subjectText(matter.subject, t, view.plan?.content)
  const isLate = matter.due < view.today
  return (
    <article className="project-matter" aria-label={title}>
      <h4>{matter.request ? `${title}: ${matter.request.title}` : title}</h4>
      <Facts
        facts={[
          [t('staff-projects.decided-by'), t(`staff-projects.body-${matter.body}`)],
          [
            t('staff-projects.vote-until'),
            t(isLate ? 'staff-projects.was-due' : 'staff-projects.due', { on: dayText(matter.due, language) }),
          ],
          [
            t('staff-projects.votes'),
            t('staff-projects.votes-so-far', { voted: matter.voted, voters: matter.voters, quorum: matter.quorum }),
          ],
          [t('staff-projects.put-by'), `${nameOf(matter.putBy)}, ${momentText(matter.putAt, language)}`],
          [t('staff-projects.round'), matter.round > 1 ? t('staff-projects.round-again', { round: matter.round }) : undefined],
          [t('staff-projects.conflicts'), matter.conflicts.map(({ person }) => nameOf(person)).join(', ') || undefined],
        ]}
      />
      {!matter.canReach && <Told intent="warning">{t('staff-projects.no-quorum')}</Told>}
      {matter.isTied && <Told intent="warning">{t('staff-projects.tied')}</Told>}
      {matter.isBarred && <p>{t('staff-projects.barred')}</p>}
      {matter.request && <RequestWords request={matter.request} />}
      {matter.difference && (
        <details open>
          <summary>{t('staff-projects.plan-would')}</summary>
          <PlanChanges changes={matter.difference} />
        </details>
      )}
      {matter.votes && matter.votes.length > 0 && <Votes matter={matter} />}
      {matter.mayVote && can('voted', 'vote') && <VoteForm matter={matter} title={title} />}
      <ConflictPart matter={matter} title={title} />
      {can('votes-counted', 'meeting.lead') && (isLate || view.meetings?.some(({ status }) => status === 'open')) && (
        <ActButton
          text={t('staff-projects.count-votes')}
          name={t('staff-projects.count-votes-of', { what: title })}
          done={t('staff-projects.votes-counted', { what: title })}
          event={{ kind: 'votes-counted', matter: matter.number }}
        />
      )}
    </article>
  )
}

function Votes({ matter }: { matter: Matter }) {
  const { t, language, nameOf } = useProjects()
  return (
    <DataTable
      caption={t('staff-projects.votes')}
      heads={['who', 'choice', 'motive', 'when'].map((head) => t(`staff-projects.head-${head}`))}
      rows={(matter.votes ?? []).map((vote) => ({
        id: vote.by,
        cells: [
          vote.notedBy ? t('staff-projects.noted-by', { name: nameOf(vote.by), by: nameOf(vote.notedBy) }) : nameOf(vote.by),
          t(`staff-projects.choice-${vote.choice}`),
          [vote.conditions, vote.motive].filter(Boolean).join(' · ') || '–',
          momentText(vote.at, language),
        ],
      }))}
    />
  )
}
