import { Button, Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { Item, Part, PlanContent } from '../../../../bot/domain/projects/plan.js'
import type { PlanEdit } from '../../../../bot/domain/projects/plan-edits.js'
import { newId } from '../../../chat/new-id.js'
import { useProjects } from '../use-projects.js'
import { idOf, itemAfter, withEdit } from './edits.js'
import { ItemEditor } from './item-editor.js'
import { newItem, yearsFor } from './item-form.js'

type Props = {
  parts: readonly Part[]
  content: PlanContent
  edits: readonly PlanEdit[]
  change: (edits: readonly PlanEdit[]) => void
}
const NEVER_DROPPED: readonly Part[] = ['frame', 'points']

/** Which things of the plan change, and to what: chosen from what there is, or new. */
export function EditsField({ parts, content, edits, change }: Props) {
  const { t } = useProjects()
  const [part, setPart] = useState<Part>(parts[0]!)
  const [id, setId] = useState('')
  const [item, setItem] = useState<Item>()
  const put = (edit: PlanEdit): void => {
    change(withEdit(content, edits, edit))
    setItem(undefined)
    setId('')
  }
  const items = content[part] as readonly Item[]
  const fresh = newItem(part, 'new')
  return (
    <fieldset className="project-fieldset">
      <legend>{t('staff-projects.what-changes')}</legend>
      <div className="project-fields">
        {parts.length > 1 && (
          <Field label={t('staff-projects.part')}>
            <Select
              value={part}
              onChange={(_, { value }) => {
                setPart(value as Part)
                setId('')
                setItem(undefined)
              }}
            >
              {parts.map((one) => (
                <option key={one} value={one}>
                  {t(`staff-projects.part-${one}`)}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={t('staff-projects.thing')}>
          <Select value={id} onChange={(_, { value }) => setId(value)}>
            <option value="">{t('staff-projects.choose-thing')}</option>
            {items.map((one) => (
              <option key={one.id} value={one.id}>
                {'name' in one ? one.name : one.id}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="project-line">
        <Button disabledFocusable={id === ''} onClick={() => setItem(itemAfter(content, edits, part, id))}>
          {t('staff-projects.change-it')}
        </Button>
        {!NEVER_DROPPED.includes(part) && (
          <Button disabledFocusable={id === ''} onClick={() => id !== '' && put({ part, drop: id })}>
            {t('staff-projects.drop-it')}
          </Button>
        )}
        {fresh && (
          <Button onClick={() => setItem(newItem(part, `n-${newId().slice(0, 12)}`))}>{t('staff-projects.new-thing')}</Button>
        )}
      </div>
      {item && (
        <ItemEditor
          key={`${part} ${item.id}`}
          {...{ part, item }}
          years={yearsFor(content, item)}
          done={(after) => put({ part, put: after } as PlanEdit)}
          cancel={() => setItem(undefined)}
        />
      )}
      {edits.length > 0 && (
        <ul className="project-line">
          {edits.map((edit) => (
            <li key={`${edit.part} ${idOf(edit)}`}>
              <Button size="small" onClick={() => change(edits.filter((one) => one !== edit))}>
                {t('staff-projects.undo-edit', { what: nameOfEdit(content, edits, edit) })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  )
}

function nameOfEdit(content: PlanContent, edits: readonly PlanEdit[], edit: PlanEdit): string {
  const item = itemAfter(content, edits, edit.part, idOf(edit)) ?? itemAfter(content, [], edit.part, idOf(edit))
  return item && 'name' in item ? item.name : idOf(edit)
}
