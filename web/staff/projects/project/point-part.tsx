import type { DocumentKind } from '../../../../bot/domain/projects/documents.js'
import { Told } from '../../parts/told.js'
import { CriterionLine } from '../forms/criterion-line.js'
import { linkTo } from '../address.js'
import { ActButton } from '../parts/act-button.js'
import { Section } from '../parts/section.js'
import { useProjects } from '../use-projects.js'
import type { OneView } from '../ways.js'
import { useProject } from './use-project.js'

type Point = NonNullable<OneView['next']>

/** The next decision point: what it lacks, its checklist, who decides, and a press that puts it to them. */
export function PointPart({ point }: { point: Point }) {
  const { t } = useProjects()
  const { view, can } = useProject()
  const name = t(`staff-projects.point-${point.point}`)
  const put = view.matters.find(({ subject }) => subject.kind === 'point' && subject.point === point.point)
  return (
    <Section title={t('staff-projects.next-point', { point: name })}>
      <p>{t('staff-projects.decides', { body: t(`staff-projects.body-${point.body}`) })}</p>
      {point.basisMissing.length > 0 && (
        <>
          <p>{t('staff-projects.basis-missing')}</p>
          <ul>
            {point.basisMissing.map((kind) => (
              <li key={kind}>{t(`staff-projects.document-${kind as DocumentKind}`)}</li>
            ))}
          </ul>
        </>
      )}
      {point.criteria.length > 0 && (
        <fieldset className="project-fieldset">
          <legend>{t('staff-projects.checklist')}</legend>
          {point.criteria.map((criterion) => (
            <CriterionLine key={criterion.criterion} criterion={criterion} />
          ))}
        </fieldset>
      )}
      {put ? (
        <p>
          <a href={linkTo({ project: view.id, tab: 'decisions', about: `matter-${String(put.number)}` })}>
            {t('staff-projects.point-is-put')}
          </a>
        </p>
      ) : (
        can('point-put', 'point.put') && (
          <>
            {point.refused && <Told intent="info">{t('staff-projects.not-yet-put')}</Told>}
            {!point.refused && (
              <ActButton
                isMain
                text={t('staff-projects.put-point', { point: point.point })}
                done={t('staff-projects.point-put', { point: name })}
                event={{ kind: 'point-put', point: point.point }}
              />
            )}
          </>
        )
      )}
    </Section>
  )
}
