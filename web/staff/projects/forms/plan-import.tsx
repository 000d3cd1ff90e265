import { useState } from 'react'
import type { PlanContent } from '../../../../bot/domain/projects/plan.js'
import { Told } from '../../parts/told.js'
import { linkTo } from '../address.js'
import { Download } from '../parts/download.js'
import { PlanChanges } from '../parts/plan-changes.js'
import { useProject, type Trouble } from '../project/use-project.js'
import { useProjects } from '../use-projects.js'
import { faultsIn, templatePath, type ImportFault, type PlanRead } from '../ways.js'
import { ActForm } from './act-form.js'
import { differencesOf } from './edits.js'
import { importKind } from './import-kind.js'
import { Meanwhile } from './meanwhile.js'
import { BLANK } from './request-typed.js'
import { draftOf } from './draft-shape.js'

type Read =
  | { is: 'nothing' }
  | { is: 'reading' }
  | { is: 'faulty'; faults: readonly ImportFault[]; total: number }
  | { is: 'read'; plan: PlanRead }

const NO_PLAN: PlanContent = {
  frame: [],
  goals: [],
  'effect-goals': [],
  points: [],
  milestones: [],
  deliveries: [],
  budget: [],
  activities: [],
  risks: [],
}

/** A plan from a workbook: read and shown first, with every faulty row by itself; put in whole by a press, or not at all. */
export function PlanImport() {
  const { t, ways, nameOf } = useProjects()
  const { view, act } = useProject()
  const [read, setRead] = useState<Read>({ is: 'nothing' })
  const [trouble, setTrouble] = useState<string>()
  const part = view.plan ? 'plan' : 'proposal'
  const [seen, setSeen] = useState(view.seen[part])
  const isMeanwhile = read.is === 'read' && seen !== view.seen[part]
  const edits = read.is === 'read' ? read.plan.edits : []
  const kind = importKind(edits, view.plan !== undefined)
  const base = view.plan?.content ?? view.proposal?.content ?? NO_PLAN

  const chosen = async (file: Blob): Promise<void> => {
    setTrouble(undefined)
    setSeen(view.seen[part])
    setRead({ is: 'reading' })
    const got = await ways.importPlan(view.id, file)
    if (got.is === 'ok') return setRead({ is: 'read', plan: got.body })
    setRead({ is: 'faulty', ...faultsIn(got) })
    setTrouble(got.message ?? t('staff-projects.not-sent'))
  }
  const submit = async (): Promise<Trouble | undefined> => {
    if (read.is !== 'read' || kind === 'nothing') return undefined
    if (kind === 'request') return asRequest()
    const event =
      kind === 'propose'
        ? { kind: 'plan-proposed' as const, plan: read.plan.plan }
        : { kind: 'plan-kept-up' as const, of: kind, edits: [...edits] }
    const problem = await act(event, t(kind === 'propose' ? 'staff-projects.plan-put-in' : 'staff-projects.kept-up'), { seen })
    if (!problem) setRead({ is: 'nothing' })
    return problem
  }
  /** What is decided changes by decision alone: what was read becomes the draft of a request, which is then written to its end. */
  const asRequest = async (): Promise<Trouble | undefined> => {
    const got = await ways.keepDraft(view.id, 'change-request', '', draftOf({ ...BLANK, edits }, 0))
    if (got.is !== 'ok') return got.message ?? t('staff-projects.not-saved')
    location.hash = linkTo({ project: view.id, tab: 'decisions', about: 'change' })
    return undefined
  }
  return (
    <ActForm
      title={t('staff-projects.import')}
      doText={t(`staff-projects.import-do-${read.is === 'read' ? kind : 'first'}`)}
      isReady={read.is === 'read' && kind !== 'nothing' && !isMeanwhile}
      submit={submit}
    >
      <p>{t('staff-projects.import-hint')}</p>
      <Download
        path={templatePath(view.id)}
        name={`${t('staff-projects.file-template')}.xlsx`}
        text={t('staff-projects.template')}
      />
      <label className="project-label">
        {t('staff-projects.choose-workbook')}
        <input
          type="file"
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={({ target }) => {
            const file = target.files?.[0]
            if (file) void chosen(file)
          }}
        />
      </label>
      <p role="status">{read.is === 'reading' && t('staff-projects.reading')}</p>
      {trouble && <Told intent="error">{trouble}</Told>}
      {read.is === 'faulty' && read.faults.length > 0 && <Faults {...read} />}
      {read.is === 'read' && (
        <>
          <p>{t('staff-projects.import-read')}</p>
          {read.plan.unread.length > 0 && (
            <Told intent="warning">
              {t('staff-projects.import-unread', {
                columns: read.plan.unread.map(({ sheet, column }) => `${sheet}: ${column}`).join(', '),
              })}
            </Told>
          )}
          <PlanChanges changes={differencesOf(base, edits)} />
          {kind === 'request' && <p>{t('staff-projects.import-as-request')}</p>}
        </>
      )}
      {isMeanwhile && (
        <Meanwhile
          difference={view.proposal && <p>{t('staff-projects.plan-meanwhile', { name: nameOf(view.proposal.by) })}</p>}
          goOn={() => setSeen(view.seen[part])}
        />
      )}
    </ActForm>
  )
}

function Faults({ faults, total }: { faults: readonly ImportFault[]; total: number }) {
  const { t } = useProjects()
  return (
    <>
      <p>{t('staff-projects.import-faults', { shown: faults.length, total })}</p>
      <ol className="plan-changes">
        {faults.map(({ text }, index) => (
          <li key={index}>{text}</li>
        ))}
      </ol>
    </>
  )
}
