import { Button, Spinner } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { StatusForm as Given } from '../../../../bot/domain/projects/project-view.js'
import type { AsJson } from '../../../../bot/domain/projects/project-view.js'
import { Told } from '../../parts/told.js'
import { linkTo } from '../address.js'
import { useProject, type Trouble } from '../project/use-project.js'
import { dayText, hoursText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { ActForm } from './act-form.js'
import { DraftLine } from './draft-line.js'
import { DraftTold } from './draft-told.js'
import { StatusEntryFields } from './status-entry-fields.js'
import { hoursOf, isTooMuch, statusSaid, typedEntry, type TypedEntry } from './status-typed.js'
import { foundIn, keptIn } from './draft-shape.js'
import { useDraft } from './use-draft.js'

const DAY_MS = 86_400_000
const weekBefore = (week: string): string => new Date(Date.parse(week) - 7 * DAY_MS).toISOString().slice(0, 10)

/** The week of a member, filled in from last time. `week`: its Monday; empty is this one. */
export function StatusForm({ week }: { week: string }) {
  const { ways, t } = useProjects()
  const { view } = useProject()
  const [given, setGiven] = useState<AsJson<Given>>()
  const [trouble, setTrouble] = useState<string>()
  useEffect(() => {
    void ways.statusForm(view.id, week || undefined).then((got) => {
      if (got.is === 'ok') setGiven(got.body)
      else setTrouble(got.message ?? t('staff-projects.not-read'))
    })
  }, [ways, t, view.id, week])
  if (trouble) return <Told intent="error">{trouble}</Told>
  return given ? <Filled key={given.week} given={given} /> : <Spinner label={t('staff.starting')} />
}

function Filled({ given }: { given: AsJson<Given> }) {
  const { t, language } = useProjects()
  const { view, act } = useProject()
  const { week, activities } = given
  const kept = (keptIn(given.draft) as { entries: readonly TypedEntry[] } | undefined)?.entries
  const prefilled = given.entries.map(typedEntry)
  const [entries, setEntries] = useState<readonly TypedEntry[]>(kept ?? prefilled)
  const of = { kind: 'status-report', about: week } as const
  const draft = useDraft({ of, said: { entries }, page: 0, found: foundIn(given.draft) })
  // Once something has been typed, sending what was filled in would throw it away.
  const isAsBefore = JSON.stringify(entries) === JSON.stringify(prefilled)
  const send = async (typed: readonly TypedEntry[]): Promise<Trouble | undefined> => {
    const said = statusSaid(week, typed)
    if (!said) return t('staff-projects.status-wrong')
    const done = t('staff-projects.status-sent', { week: dayText(week, language) })
    const trouble = await act({ kind: 'status-reported', said }, done)
    if (trouble) return trouble
    await draft.end()
    location.hash = linkTo({ project: view.id, tab: 'reports' })
    return undefined
  }
  if (entries.length === 0) return <p>{t('staff-projects.nothing-to-report', { week: dayText(week, language) })}</p>
  return (
    <ActForm
      title={t('staff-projects.status-of', { week: dayText(week, language) })}
      doText={t('staff-projects.status-send')}
      isReady={statusSaid(week, entries) !== undefined}
      submit={() => send(entries)}
    >
      {isAsBefore && <NothingChanged send={() => send(prefilled)} />}
      <p>
        <a href={linkTo({ project: view.id, tab: 'reports', about: `status-${weekBefore(week)}` })}>
          {t('staff-projects.week-before')}
        </a>
      </p>
      <DraftTold draft={draft} />
      {entries.map((entry, index) => (
        <StatusEntryFields
          key={entry.activity}
          entry={entry}
          activity={activities.find(({ id }) => id === entry.activity)}
          change={(changed) => setEntries(entries.with(index, { ...entry, ...changed }))}
        />
      ))}
      <p role="status">
        {t(isTooMuch(entries) ? 'staff-projects.too-many-hours' : 'staff-projects.hours-in-all', {
          hours: hoursText(hoursOf(entries), language),
        })}
      </p>
      <DraftLine
        draft={draft}
        discard={() => {
          setEntries(prefilled)
          void draft.discard({ entries: prefilled })
        }}
      />
    </ActForm>
  )
}

/** As last time: sends what the form was filled in with. */
function NothingChanged({ send }: { send: () => Promise<Trouble | undefined> }) {
  const { t } = useProjects()
  const [trouble, setTrouble] = useState<string>()
  return (
    <div className="project-entry">
      <div>
        <Button onClick={() => void send().then(setTrouble)}>{t('staff-projects.nothing-changed')}</Button>
      </div>
      {trouble && <Told intent="error">{trouble}</Told>}
    </div>
  )
}
