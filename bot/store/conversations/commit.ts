import type { Commit } from '../../domain/conversations/conversation.js'
import type { PlanToKeep } from '../../domain/permits/saved-plan.js'
import type { Database } from '../database.js'
import type { Value } from '../for-each.js'
import { storedPlanOf } from '../plans.js'
import { prepared } from '../prepared.js'
import { asInboundKey, asTime, type Sql } from './sql.js'
import { hashOf } from './visitor.js'

/**
 * A whole turn in one statement. `head` is the conversation's row, changed or made, and locked: whoever comes second waits
 * here and then finds another version. Without a head nothing else is written, and no row comes back.
 * Activities count on from the row's own sequence number; `$12` of them are the person's own, and come first.
 */
const commitKeeping = (besides: string, state = '$5::json'): string => `
  with changed as (
    update conversation set
      version = version + 1, seq = seq + cardinality($10::text[]), state = ${state}, last_message_at = $4::timestamp,
      keeping = coalesce($6::text, keeping), visitor = coalesce(visitor, $7::text),
      return_address = coalesce($8::json, return_address), gone = gone and $8::text is null,
      ended_at = case when $9::boolean then $4::timestamp end,
      unsent_since = case
        when $13::boolean and ($8::text is not null or (return_address is not null and not gone)) then coalesce(unsent_since, $4::timestamp)
        else unsent_since end
    where channel = $1 and id = $2 and version = $3::int and ended_at is null and not exists (
      select from turn where turn.channel = $1 and turn.conversation = $2 and turn.inbound_key = $16)
    returning seq, $13::boolean and not gone and return_address is not null as unsent
  ), made as (
    insert into conversation (channel, id, kind, visitor, state, version, seq, keeping, started_at, last_message_at, ended_at,
      return_address, unsent_since)
    select $1, $2, $14::text, $7::text, $5::json, 1, cardinality($10::text[]), coalesce($6::text, 'ordinary'), $4::timestamp, $4::timestamp,
      case when $9::boolean then $4::timestamp end, $8::json, case when $13::boolean and $8::text is not null then $4::timestamp end
    where $3::int = 0
    on conflict do nothing
    returning seq, unsent_since is not null as unsent
  ), head as (
    select seq, seq - cardinality($10::text[]) as before, unsent from changed union all
    select seq, 0, unsent from made
  ), lines as (
    insert into activity (channel, conversation, seq, id, direction, turn, unsent, body, at)
    select $1, $2, head.before + line.n, line.id, case when line.n > $12::int then 'out' else 'in' end, $15,
      head.unsent and line.n > $12::int, line.body, $4::timestamp
    from head, rows from (unnest($10::text[]), json_array_elements($11::json)) with ordinality as line (id, body, n)
  ), taken as (
    insert into turn (id, channel, conversation, inbound_key, inbound_id, at, language, outcome, results, labels, content_version,
      index_version, milliseconds, first_seq, last_seq, response)
    select $15, $1, $2, $16, $17::text, $4::timestamp, $18, $19, $20::json, $21::json, $22, $23, $24::int,
      head.before + $12::int + 1, head.seq, $25::json
    from head
  )${besides}
  select seq, case when $26::boolean then pg_notify('activity', $1 || '|' || $2)::text end from head`

const COMMIT = prepared(commitKeeping(''))

// Counted on the locked row, behind whatever an agent has just said. A conversation that is made has nothing but this turn.
const HIDDEN = `jsonb_set($5::jsonb, '{hiddenUpTo}', to_jsonb(seq + cardinality($10::text[])))::json`
const COMMIT_HIDING = commitKeeping('', HIDDEN)

// Few turns make a plan, and the others shall not pay for it: the same statement, with one row more.
const PLANNED = `, planned as (
    insert into permit_plan (id, code, rules, plan, created_at, changed_at, last_used_at)
    select $27, $28, $29, $30::json, $4::timestamp, $4::timestamp, $4::timestamp from head
    on conflict (id) do update set rules = excluded.rules, plan = excluded.plan, changed_at = excluded.changed_at,
      last_used_at = greatest(permit_plan.last_used_at, excluded.last_used_at)
  )`
const COMMIT_WITH_PLAN = commitKeeping(PLANNED)
const COMMIT_HIDING_WITH_PLAN = commitKeeping(PLANNED, HIDDEN)

/** True when somebody who is not this turn's caller has something to show or to send. */
const wakesSomebody = ({ key, inbound, outgoing, delivered }: Commit): boolean =>
  key.channel === 'directline' ? outgoing.length > 0 || inbound.activity !== undefined : outgoing.length > 0 && !delivered

const jsonOrNull = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))

export type Committed = 'conflict' | { seq: number }

/** Stores a turn wholly or not at all; 'conflict' when another turn was first or the conversation has ended. */
export const commitTurn = async (sql: Sql, commit: Commit): Promise<Committed> =>
  committed(
    commit.plan
      ? await sql(commit.hides ? COMMIT_HIDING_WITH_PLAN : COMMIT_WITH_PLAN, ...valuesOf(commit), ...valuesOfPlan(commit.plan))
      : await sql(commit.hides ? COMMIT_HIDING : COMMIT, ...valuesOf(commit)),
  )

/** Stores the turns of different conversations, all or none; each may be a conflict of its own. None of them has a plan or hides anything. */
export const commitTurns = async (
  { executeEach }: Pick<Database, 'executeEach'>,
  turns: readonly Commit[],
): Promise<Committed[]> => (await executeEach(COMMIT, turns.map(valuesOf))).map(({ rows }) => committed(rows))

const committed = ([head]: readonly unknown[]): Committed => (head ? { seq: (head as { seq: number }).seq } : 'conflict')

function valuesOf(commit: Commit): Value[] {
  const { key, inbound, turn, outgoing } = commit
  const activities = inbound.activity ? [inbound.activity, ...outgoing] : outgoing
  return [
    key.channel,
    key.conversation,
    commit.expects,
    asTime(turn.at),
    JSON.stringify(commit.state),
    commit.keeping ?? null,
    commit.visitor === undefined ? null : hashOf(commit.visitor),
    jsonOrNull(commit.returnAddress),
    commit.end ?? false,
    activities.map(({ id }) => id),
    JSON.stringify(activities),
    inbound.activity ? 1 : 0,
    !commit.delivered && outgoing.length > 0,
    commit.kind,
    turn.id,
    asInboundKey(inbound.key),
    inbound.activity?.id ?? null,
    turn.language,
    turn.outcome,
    JSON.stringify(turn.results),
    JSON.stringify(turn.labels),
    turn.content,
    turn.index,
    turn.milliseconds,
    jsonOrNull(commit.response),
    wakesSomebody(commit),
  ]
}

const valuesOfPlan = (plan: PlanToKeep): Value[] => [plan.id, plan.code, plan.plan.rules, storedPlanOf(plan)]
