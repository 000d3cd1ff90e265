import { Query, type Connection, type Pool } from 'pg'

/** What these statements are given. */
export type Value = string | number | boolean | null | readonly string[]

// A statement is prepared once a connection, and is gone with it.
const preparedOn = new WeakMap<Connection, Set<string>>()

/**
 * Runs one statement for several lists of values, sent in one go, and gives the rows of each. PostgreSQL takes what stands before a
 * Sync as one transaction: all is done or nothing is, for one wait for the disk.
 */
export async function forEach(pool: Pool, sql: string, name: string, lists: readonly (readonly Value[])[]): Promise<Rows[]> {
  const client = await pool.connect()
  client.on('error', rejectedAlready)
  try {
    const results = await new Promise<Rows | Rows[]>((resolve, reject) => {
      const query = new Query({ text: sql }, (error, result) => (error ? reject(error) : resolve(result)))
      query.submit = submitEach(sql, `${name}-each`, lists)
      client.query(query)
    })
    client.off('error', rejectedAlready)
    client.release()
    return Array.isArray(results) ? results : [results]
  } catch (error) {
    // Nobody knows what a connection is in the middle of; a new one is not dear.
    client.release(true)
    throw error
  }
}

// A connection that is lost rejects what was asked of it, and tells of itself as well; without a listener that would end the process.
const rejectedAlready = (): void => undefined

type Rows = { rows: unknown[] }

const submitEach =
  (text: string, statement: string, lists: readonly (readonly Value[])[]) =>
  (connection: Connection): void => {
    const prepared = preparedOn.get(connection) ?? new Set()
    preparedOn.set(connection, prepared)
    connection.stream.cork()
    if (!prepared.has(statement)) connection.parse({ name: statement, text, types: [] }, true)
    for (const values of lists) {
      connection.bind({ statement, values: values.map(asText) }, true)
      connection.describe({ type: 'P', name: '' }, true)
      connection.execute({ portal: '' }, true)
    }
    connection.sync()
    connection.stream.uncork()
    prepared.add(statement)
  }

/** A value as PostgreSQL reads it from text. */
function asText(value: Value): string | null {
  if (value === null) return null
  return Array.isArray(value) ? `{${value.map(quoted).join(',')}}` : String(value)
}

const quoted = (item: string): string => `"${item.replace(/["\\]/g, '\\$&')}"`
