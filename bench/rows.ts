import { silentLog } from '../bot/telemetry/log.js'
import { openDatabase } from '../bot/store/open-database.js'
import type { Replies } from './replies.js'

/** Where a server keeps its rows. `databaseUrl` is undefined for the embedded database in `dataDir`. */
export type Place = { dataDir: string; databaseUrl?: string }

/**
 * Compares what a server answered with the rows that it left, after it has stopped: one turn and one line of the person a reply,
 * and every message that was answered. Returns what does not agree, in words.
 */
export async function wrongRows(place: Place, replies: Replies): Promise<string[]> {
  const database = await openDatabase({ ...place, log: silentLog })
  try {
    const count = async (what: string): Promise<number> => {
      const { rows } = await database.executeSql(`select count(*)::int as n from ${what}`)
      return (rows[0] as { n: number }).n
    }
    const counted = [
      { what: 'turns', found: await count('turn'), expected: replies.count },
      { what: 'lines of people', found: await count(`activity where direction = 'in'`), expected: replies.count },
      { what: 'answers', found: await count(`activity where direction = 'out'`), expected: replies.activities },
    ]
    return counted
      .filter(({ found, expected }) => found !== expected)
      .map(({ what, found, expected }) => `${found} ${what} stored, ${expected} expected`)
  } finally {
    await database.close()
  }
}
