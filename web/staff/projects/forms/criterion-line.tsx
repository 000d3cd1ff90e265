import { Badge, Checkbox, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { Told } from '../../parts/told.js'
import { useProject } from '../project/use-project.js'
import { momentText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import type { OneView } from '../ways.js'

type Criterion = NonNullable<OneView['next']>['criteria'][number]

/** One line of the checklist: ticked by who may, with a note if they like; for others, and what is read from the register, how it stands. */
export function CriterionLine({ criterion: { criterion, met, byRegister, ticked } }: { criterion: Criterion }) {
  const { t, language, nameOf } = useProjects()
  const { can, act } = useProject()
  const [note, setNote] = useState(ticked?.note ?? '')
  const [trouble, setTrouble] = useState<string>()
  const text = t(`staff-projects.criterion-${criterion}`)
  const isOpen = can('criterion-ticked', 'criterion.tick') && !byRegister
  const tick = async (isMet: boolean): Promise<void> => {
    const done = t(isMet ? 'staff-projects.ticked' : 'staff-projects.unticked', { what: text })
    setTrouble(await act({ kind: 'criterion-ticked', criterion, met: isMet, note }, done))
  }
  return (
    <div className="project-criterion">
      {isOpen ? (
        <Checkbox checked={met} label={text} onChange={(_, { checked }) => void tick(checked === true)} />
      ) : (
        <span className="project-line">
          <Badge appearance="tint" color={met ? 'success' : 'informative'} className="project-mark">
            {t(met ? 'staff-projects.is-met' : 'staff-projects.not-met')}
          </Badge>
          {text}
        </span>
      )}
      {byRegister && <span className="quiet">{t('staff-projects.by-register')}</span>}
      {ticked && (
        <span className="quiet">
          {t('staff-projects.ticked-by', { name: nameOf(ticked.by), at: momentText(ticked.at, language) })} {ticked.note}
        </span>
      )}
      {isOpen && !met && (
        <details>
          <summary>{t('staff-projects.note')}</summary>
          <Field label={t('staff-projects.note-for', { what: text })}>
            <Input value={note} maxLength={500} onChange={(_, { value }) => setNote(value)} />
          </Field>
        </details>
      )}
      {trouble && <Told intent="error">{trouble}</Told>}
    </div>
  )
}
