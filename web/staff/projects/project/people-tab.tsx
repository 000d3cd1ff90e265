import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { IdentityForm } from '../forms/identity-form.js'
import { RosterForm } from '../forms/roster-form.js'
import { SettingsForm } from '../forms/settings-form.js'
import { Section } from '../parts/section.js'
import { POINTS_IN } from '../points.js'
import { useProjects } from '../use-projects.js'
import { AuditPart } from './audit-part.js'
import { RosterTable } from './roster-table.js'
import { SettingsView } from './settings-view.js'
import { useProject } from './use-project.js'

/** Who is what, what the project has decided for itself, and for those who may, who did what. */
export function PeopleTab() {
  const { t } = useProjects()
  const { view, can, may } = useProject()
  const [editing, setEditing] = useState<'roster' | 'settings' | 'identity'>()
  return (
    <div className="projects-all">
      <Section title={t('staff-projects.people')}>
        <RosterTable roster={view.roster} />
        {can('roster-changed', 'roster.change') && editing !== 'roster' && (
          <Button size="small" onClick={() => setEditing('roster')}>
            {t('staff-projects.change-people')}
          </Button>
        )}
        {editing === 'roster' && <RosterForm close={() => setEditing(undefined)} />}
      </Section>
      <Section title={t('staff-projects.settings')}>
        <SettingsView settings={view.settings} points={POINTS_IN[view.points]} />
        <div className="project-line">
          {can('settings-changed', 'project.settle') && editing !== 'settings' && (
            <Button size="small" onClick={() => setEditing('settings')}>
              {t('staff-projects.change-settings')}
            </Button>
          )}
          {(can('renamed', 'project.settle') || can('record-number-set', 'record.register')) && editing !== 'identity' && (
            <Button size="small" onClick={() => setEditing('identity')}>
              {t('staff-projects.change-identity')}
            </Button>
          )}
        </div>
        {editing === 'identity' && <IdentityForm close={() => setEditing(undefined)} />}
        {editing === 'settings' && <SettingsForm close={() => setEditing(undefined)} />}
      </Section>
      {may('audit.read') && <AuditPart />}
    </div>
  )
}
