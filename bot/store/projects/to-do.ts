import type { MadeReminder, ProjectStore, ToTell } from '../../domain/projects/ports.js'
import { asTime, type Sql } from '../conversations/sql.js'
import { effectFrom } from './stored-project.js'

type Effects = Pick<ProjectStore, 'untold' | 'told' | 'putOff'>
type Reminders = Pick<ProjectStore, 'remind' | 'unreminded' | 'reminded' | 'remindedUntil'>

const UNTOLD = `
  select id, project, at, effect, tries from project_notice
  where told_at is null and (put_off_until is null or put_off_until <= $2::timestamp) order by "row" limit $1::int`
const TOLD = 'update project_notice set told_at = $2::timestamp where id = any($1::text[]) and told_at is null'
const PUT_OFF = `
  update project_notice set put_off_until = $2::timestamp, tries = tries + 1 where id = any($1::text[]) and told_at is null`

/** What is to be done after changes. */
export const effectStore = (sql: Sql): Effects => ({
  untold: async (limit, at) =>
    (await sql<ToTell>(UNTOLD, limit, asTime(at))).map((row) => ({ ...row, effect: effectFrom(row.effect) })),
  async told(ids, at) {
    await sql(TOLD, [...ids], asTime(at))
  },
  async putOff(ids, until) {
    await sql(PUT_OFF, [...ids], asTime(until))
  },
})

// The day goes only forward: a run that began earlier and ends later has nothing to take back.
const REMIND = `
  with reached as (
    insert into setting (name, value) values ('projects-reminded-until', $1)
    on conflict (name) do update set value = greatest(setting.value, excluded.value)
  )
  insert into project_reminder (project, key, hearer, "on", body)
  select each.project, each.key, each.hearer, each."on", each.body::json
  from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) as each (project, key, hearer, "on", body)
  on conflict (project, key) do nothing
  returning key`
const REMINDED_UNTIL = `select value from setting where name = 'projects-reminded-until'`
// By person, so that nobody gets two digests where one is enough; people in the order that a run tells them in, so that who is told first is
// who comes first here the next time, if they were not marked.
const UNREMINDED = `
  select project, body as reminder from project_reminder
  where told_at is null and ($2::text[] is null or hearer = any($2::text[])) and hearer in (
    select distinct hearer collate "C" from project_reminder where told_at is null order by hearer collate "C" limit $1::int)
  order by hearer collate "C", "on", key`
const REMINDED = `
  update project_reminder set told_at = $3::timestamp from unnest($1::text[], $2::text[]) as each (project, key)
  where project_reminder.project = each.project and project_reminder.key = each.key and told_at is null`

/** What people are to be reminded of, from when it is known until they have been told. */
export const reminderStore = (sql: Sql): Reminders => ({
  async remind(made, until) {
    const column = (of: (made: MadeReminder) => string): string[] => made.map(of)
    const rows = await sql<{ key: string }>(
      REMIND,
      until,
      column(({ project }) => project),
      column(({ reminder }) => reminder.key),
      column(({ reminder }) => reminder.to),
      column(({ reminder }) => reminder.on),
      column(({ reminder }) => JSON.stringify(reminder)),
    )
    return rows.map(({ key }) => key)
  },
  remindedUntil: async () => (await sql<{ value: string }>(REMINDED_UNTIL))[0]?.value,
  unreminded: (people) =>
    typeof people === 'number' ? sql<MadeReminder>(UNREMINDED, people, null) : sql<MadeReminder>(UNREMINDED, null, [...people]),
  async reminded(made, at) {
    const projects = made.map(({ project }) => project)
    const keys = made.map(({ key }) => key)
    await sql(REMINDED, projects, keys, asTime(at))
  },
})
