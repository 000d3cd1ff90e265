import { z } from 'zod'
import type { Correction, CorrectionStore } from '../domain/corrections/correction.js'
import { isCorrectable } from '../domain/corrections/fields.js'
import type { PrismaClient } from './generated/client.js'

const ALL = `
  select kind, entry, field, version, before, base, after, by, at, why, undoes from content_correction order by "row"`
const COUNT = 'select count(*)::int as count from content_correction'

// Of two who correct the same version of a field at once, one gets the row. What is written down of it, and the news, go with it.
const APPEND = `
  with added as (
    insert into content_correction (kind, entry, field, version, before, base, after, by, at, why, undoes)
    select $1, $2, $3, $4::int, $5::json, $6::json, $7::json, $8, $9::timestamp, $10, $11::int
    where $4::int = 1 + coalesce((select max(version) from content_correction where kind = $1 and entry = $2 and field = $3), 0)
    on conflict (kind, entry, field, version) do nothing
    returning kind
  ), audited as (
    insert into audit_entry (at, by, action, subject, detail) select $9::timestamp, $8, $12, $13, $14::json from added
  )
  select pg_notify('content', kind)::text from added`

const Held = [z.object({ is: z.literal('value'), value: z.unknown() }), z.object({ is: z.literal('left-out') })] as const
const Row = z.object({
  kind: z.string().refine(isCorrectable),
  entry: z.string(),
  field: z.string(),
  version: z.number(),
  before: z.discriminatedUnion('is', [...Held]),
  base: z.discriminatedUnion('is', [...Held]),
  after: z.discriminatedUnion('is', [...Held, z.object({ is: z.literal('file') })]),
  by: z.string(),
  at: z.date(),
  why: z.string(),
  undoes: z.number().nullable(),
})

/** What a newer release has corrected that this one cannot is left out. */
function correctionOf(row: unknown): Correction | undefined {
  const { data } = Row.safeParse(row)
  if (!data) return undefined
  const { undoes, kind, ...rest } = data
  return isCorrectable(kind) ? { ...rest, kind, ...(undoes === null ? {} : { undoes }) } : undefined
}

export const correctionStore = (prisma: PrismaClient): CorrectionStore => ({
  async all() {
    return (await prisma.$queryRawUnsafe<unknown[]>(ALL)).flatMap((row) => correctionOf(row) ?? [])
  },
  async count() {
    const [row] = await prisma.$queryRawUnsafe<{ count: number }[]>(COUNT)
    return row?.count ?? 0
  },
  async append({ kind, entry, field, version, before, base, after, by, at, why, undoes }, { action, subject, detail }) {
    const values = [before, base, after].map((value) => JSON.stringify(value))
    const place = [kind, entry, field, version] as const
    const written = [by, at.toISOString(), why, undoes ?? null, action, subject, JSON.stringify(detail ?? {})] as const
    const added = await prisma.$queryRawUnsafe<unknown[]>(APPEND, ...place, ...values, ...written)
    return added.length > 0 ? 'stored' : 'conflict'
  },
})
