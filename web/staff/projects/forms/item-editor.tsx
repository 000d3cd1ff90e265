import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import { useState, type KeyboardEvent } from 'react'
import type { Item, Part } from '../../../../bot/domain/projects/plan.js'
import { useProjects } from '../use-projects.js'
import { fieldsOf, inputsFor, itemFrom, typedOf, type FieldKind } from './item-form.js'

type Props = { part: Part; item: Item; years: readonly string[]; done: (item: Item) => void; cancel: () => void }

const HINTED: readonly FieldKind[] = ['hours', 'grade', 'kronor', 'kronor-years', 'hours-years']
const TYPES: Partial<Record<FieldKind, 'date'>> = { day: 'date' }

/** One thing of the plan, field by field. It stands within a form, so its press sends nothing. */
export function ItemEditor({ part, item, years, done, cancel }: Props) {
  const { t } = useProjects()
  const [typed, setTyped] = useState(() => typedOf(part, item, years))
  const [wrong, setWrong] = useState<readonly string[]>([])
  const set = (key: string, value: string): void => setTyped((before) => ({ ...before, [key]: value }))
  const take = (): void => {
    const read = itemFrom(part, item, typed, years)
    if ('wrong' in read) return setWrong(read.wrong)
    done(read.item)
  }
  /** Enter takes what has been typed here; the form around it is not to be sent by it. */
  const entered = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    take()
  }
  return (
    <div className="project-item" role="group" aria-label={t(`staff-projects.part-${part}`)} onKeyDown={entered}>
      <div className="project-fields">
        {fieldsOf(part, item).flatMap((field) =>
          inputsFor(field, years).map(({ key, year }) => (
            <Field
              key={key}
              label={[t(`staff-projects.field-${field.name}`), year].filter(Boolean).join(' ')}
              hint={HINTED.includes(field.kind) ? t(`staff-projects.kind-${field.kind}`) : undefined}
              validationMessage={wrong.includes(key) ? t(`staff-projects.wrong-${field.kind}`) : undefined}
              required={year === undefined && !field.isFree}
            >
              {field.kind === 'long' ? (
                <Textarea value={typed[key] ?? ''} onChange={(_, { value }) => set(key, value)} />
              ) : (
                <Input type={TYPES[field.kind] ?? 'text'} value={typed[key] ?? ''} onChange={(_, { value }) => set(key, value)} />
              )}
            </Field>
          )),
        )}
      </div>
      <div className="project-line">
        <Button size="small" onClick={take}>
          {t('staff-projects.take')}
        </Button>
        <Button size="small" onClick={cancel}>
          {t('staff.cancel')}
        </Button>
      </div>
    </div>
  )
}
