import type { Registrable } from '../../../../bot/domain/projects/documents.js'
import { useProject } from '../project/use-project.js'
import { shortDay } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { ActButton } from './act-button.js'

/** That a thing is registered under the project's record number, and since when; or a press that registers it, for those who may. */
export function RegisterMark({ thing, name }: { thing: Registrable; name: string }) {
  const { t, language } = useProjects()
  const { view, can } = useProject()
  const found = view.registered.find(
    ({ what, number, kind }) => what === thing.what && number === thing.number && kind === thing.kind,
  )
  if (found) return <span className="quiet">{t('staff-projects.is-registered', { on: shortDay(found.on, language) })}</span>
  if (!view.recordNumber || !can('thing-registered', 'record.register')) return null
  return (
    <ActButton
      text={t('staff-projects.put-on-record')}
      name={t('staff-projects.put-on-record-what', { what: name })}
      done={t('staff-projects.put-on-record-done', { what: name })}
      event={{ kind: 'thing-registered', thing }}
    />
  )
}
