import { Button, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { ProjectRole, Seat } from '../../../../bot/domain/projects/roles.js'
import { ROLE_NAMES } from '../role-names.js'
import { useProjects } from '../use-projects.js'
import { PersonField } from './person-field.js'

type Props = { roster: readonly Seat[]; change: (roster: readonly Seat[]) => void }
const same = (one: Seat, other: Seat): boolean => one.person === other.person && one.role === other.role

/** Who is what in a project. Somebody may be several things. */
export function SeatsField({ roster, change }: Props) {
  const { t, nameOf } = useProjects()
  const [names, setNames] = useState<Record<string, string>>({})
  const [role, setRole] = useState<ProjectRole>('manager')
  const [subproject, setSubproject] = useState('')
  const add = (person: string, name: string): void => {
    setNames((before) => ({ ...before, [person]: name }))
    const seat: Seat = { person, role, ...(subproject.trim() ? { subproject: subproject.trim() } : {}) }
    if (!roster.some((one) => same(one, seat))) change([...roster, seat])
  }
  return (
    <fieldset className="project-fieldset">
      <legend>{t('staff-projects.people')}</legend>
      <ul className="projects-todo">
        {roster.map((seat) => {
          const name = names[seat.person] ?? nameOf(seat.person)
          return (
            <li key={`${seat.role} ${seat.person}`}>
              <span>
                {t(`staff-projects.role-${seat.role}`)}: {name} {seat.subproject && `(${seat.subproject})`}
              </span>
              <Button
                size="small"
                aria-label={t('staff-projects.take-away', { name })}
                onClick={() => change(roster.filter((one) => !same(one, seat)))}
              >
                {t('staff-projects.remove')}
              </Button>
            </li>
          )
        })}
      </ul>
      <div className="project-line">
        <label className="project-label">
          {t('staff-projects.role')}
          <Select value={role} onChange={(_, { value }) => setRole(value as ProjectRole)}>
            {ROLE_NAMES.map((one) => (
              <option key={one} value={one}>
                {t(`staff-projects.role-${one}`)}
              </option>
            ))}
          </Select>
        </label>
        <label className="project-label">
          {t('staff-projects.subproject')}
          <Input value={subproject} onChange={(_, { value }) => setSubproject(value)} />
        </label>
      </div>
      <PersonField label={t('staff-projects.person-find')} hint={t('staff-projects.person-hint')} choose={add} />
    </fieldset>
  )
}
