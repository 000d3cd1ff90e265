import { z } from 'zod'
import type { DeskStore } from '../../domain/desk/ports.js'
import { freshCalibration, type Calibration } from '../../domain/desk/wait-interval.js'
import { freshMemory, type WaitMemory } from '../../domain/desk/wait-memory.js'
import type { Sql } from '../conversations/sql.js'

const Rate = z.strictObject({ happened: z.number(), seconds: z.number() })
const Durations = z.array(z.number())
const byNumber = <Value extends z.ZodType>(value: Value) => z.record(z.coerce.number<string>(), value)

const memory = z.strictObject({
  v: z.literal(1),
  handled: z.record(z.string(), Durations),
  pace: Durations,
  goingAway: byNumber(Rate),
  away: byNumber(Durations),
  givingUp: byNumber(Rate),
  urgent: Rate,
} satisfies { [Field in keyof WaitMemory]: z.ZodType<WaitMemory[Field]> })

const calibration = z.strictObject({ v: z.literal(1), fell: Durations, shift: z.number() } satisfies {
  [Field in keyof Calibration]: z.ZodType<Calibration[Field]>
})

// There is one; what a desk learns of waits is the same for all instances.
const READ = `select memory, calibration, version from desk_memory where name = 'waits'`
const BEGIN = `
  insert into desk_memory (name, memory, calibration, version) values ('waits', $1::json, $2::json, 1) on conflict do nothing returning version`
const LEARN = `
  update desk_memory set memory = $1::json, calibration = $2::json, version = version + 1
  where name = 'waits' and version = $3::int returning version`

/** What the desk has learned of waits. */
export const deskMemory = (sql: Sql): Pick<DeskStore, 'waitMemory' | 'learn'> => ({
  async waitMemory() {
    const [row] = await sql<{ memory: unknown; calibration: unknown; version: number }>(READ)
    if (!row) return { memory: freshMemory(), calibration: freshCalibration(), version: 0 }
    return { memory: memory.parse(row.memory), calibration: calibration.parse(row.calibration), version: row.version }
  },
  async learn(learned, corrected, version) {
    const values = [JSON.stringify(learned), JSON.stringify(corrected)]
    const written = version === 0 ? await sql(BEGIN, ...values) : await sql(LEARN, ...values, version)
    return written.length === 1 ? 'stored' : 'conflict'
  },
})
