import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { AsJson, AuditView } from '../../../../bot/domain/projects/project-view.js'
import { Told } from '../../parts/told.js'
import { DataTable } from '../parts/data-table.js'
import { Section } from '../parts/section.js'
import { momentText } from '../texts.js'
import { namer, useProjects } from '../use-projects.js'
import { auditText } from './audit-text.js'
import { useProject } from './use-project.js'

type Audit = AsJson<AuditView>

/** Who saw, changed and decided what, when and from where; and whether the chain of it is whole. Reading it is written down too. */
export function AuditPart() {
  const { t, ways } = useProjects()
  const { view } = useProject()
  const [audit, setAudit] = useState<Audit>()
  const [trouble, setTrouble] = useState<string>()
  const read = async (before?: number): Promise<void> => {
    const got = await ways.audit(view.id, before)
    setTrouble(got.is === 'ok' ? undefined : (got.message ?? t('staff-projects.not-read')))
    if (got.is !== 'ok') return
    const { body } = got
    setAudit((now) => (now && before !== undefined ? withOlder(now, body) : body))
  }
  const oldest = audit?.rows[0]?.seq
  return (
    <Section title={t('staff-projects.audit')}>
      {trouble && <Told intent="error">{trouble}</Told>}
      <Button size="small" onClick={() => void read()}>
        {t('staff-projects.read-audit')}
      </Button>
      {audit && (
        <>
          <p role="status">
            {audit.brokenAt === undefined
              ? t('staff-projects.chain-whole', { count: audit.of })
              : t('staff-projects.chain-broken', { at: audit.brokenAt })}
          </p>
          <AuditTable audit={audit} />
          {oldest !== undefined && oldest > 1 && (
            <Button size="small" onClick={() => void read(oldest)}>
              {t('staff-projects.audit-older')}
            </Button>
          )}
        </>
      )}
    </Section>
  )
}

const withOlder = (now: Audit, older: Audit): Audit => ({
  ...now,
  rows: [...older.rows, ...now.rows],
  names: { ...older.names, ...now.names },
})

/** The newest first. */
function AuditTable({ audit: { rows, names } }: { audit: Audit }) {
  const { t, language } = useProjects()
  const nameOf = namer(names, t)
  return (
    <DataTable
      caption={t('staff-projects.audit')}
      heads={['number', 'when', 'who', 'event', 'where'].map((head) => t(`staff-projects.head-${head}`))}
      rows={rows.toReversed().map((row) => ({
        id: String(row.seq),
        cells: [
          row.seq,
          momentText(row.at, language),
          row.by === 'clock' ? t('staff-projects.the-clock') : nameOf(row.by),
          auditText(row, { t, language }),
          t(`staff-projects.where-${row.where}`),
        ],
      }))}
    />
  )
}
