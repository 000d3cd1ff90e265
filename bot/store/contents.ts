import type { AcceptedEntry, ContentStore } from '../domain/content/accepted.js'
import type { PrismaClient } from './generated/client.js'

const BY_HASHES = `
  select distinct on (kind, id, hash) kind, id, hash, value from accepted_entry
  where hash = any($1::text[]) order by kind, id, hash`

const NEWEST = `
  select kind, id, hash, value from accepted_entry where kind = $1 and id = $2 order by row desc limit 1`

// A version that is already the newest is not repeated; one that came back after another is.
const ACCEPT = `
  insert into accepted_entry (kind, id, hash, value, at)
  select entry.kind, entry.id, entry.hash, entry.value, $5::timestamp
  from unnest($1::text[], $2::text[], $3::text[], $4::json[]) with ordinality as entry (kind, id, hash, value, n)
  where entry.hash is distinct from (
    select hash from accepted_entry older where older.kind = entry.kind and older.id = entry.id order by row desc limit 1)
  order by entry.n`

export const contentStore = (prisma: PrismaClient): ContentStore => ({
  byHashes: (hashes) => prisma.$queryRawUnsafe<AcceptedEntry[]>(BY_HASHES, [...hashes]),
  async newestOf(kind, id) {
    const [newest] = await prisma.$queryRawUnsafe<AcceptedEntry[]>(NEWEST, kind, id)
    return newest
  },
  async accept(entries, at) {
    await prisma.$executeRawUnsafe(
      ACCEPT,
      entries.map(({ kind }) => kind),
      entries.map(({ id }) => id),
      entries.map(({ hash }) => hash),
      entries.map(({ value }) => JSON.stringify(value)),
      at.toISOString(),
    )
  },
})
