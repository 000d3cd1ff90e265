import type { Item } from '../../../../bot/domain/projects/plan.js'
import type { PlanDifference } from '../../../../bot/domain/projects/plan-edits.js'
import { useProjects } from '../use-projects.js'
import { changedFields } from './changed-fields.js'
import { valueText } from './value-text.js'

/** What differs between two plans, thing by thing: what it was, crossed out, and what it is. */
export function PlanChanges({ changes }: { changes: readonly PlanDifference[] }) {
  const { t } = useProjects()
  if (changes.length === 0) return <p className="quiet">{t('staff-projects.no-changes')}</p>
  return (
    <ul className="plan-changes">
      {changes.map((change) => (
        <li key={`${change.part} ${change.id}`}>
          <strong>
            {t(`staff-projects.part-${change.part}`)}: {nameIn(change.after ?? change.before) ?? change.id}
          </strong>{' '}
          <em>{t(`staff-projects.change-${change.before ? (change.after ? 'changed' : 'gone') : 'new'}`)}</em>
          <FieldList change={change} />
        </li>
      ))}
    </ul>
  )
}

const nameIn = (item: Item | undefined): string | undefined => (item && 'name' in item ? item.name : undefined)

function FieldList({ change: { before, after } }: { change: PlanDifference }) {
  const words = useProjects()
  const { t } = words
  if (!after) return null
  return (
    <dl className="project-facts">
      {changedFields(before, after).map(({ field, before: was, after: is }) => (
        <div key={field}>
          <dt>{t(`staff-projects.field-${field}`)}</dt>
          <dd>
            {before && (
              <>
                <del>
                  <span className="hidden-visually">{t('staff-projects.was')}</span> {valueText(field, was, words)}
                </del>{' '}
              </>
            )}
            <ins>
              <span className="hidden-visually">{t('staff-projects.is')}</span> {valueText(field, is, words)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
