import { createHash } from 'node:crypto'

const names = new Map<string, string>()

/** Marks a statement that every turn runs: the server then plans it once a connection, instead of each time. */
export function prepared(sql: string): string {
  names.set(sql, createHash('sha256').update(sql).digest('hex').slice(0, 16))
  return sql
}

/** The name that a statement is prepared under; empty for all that are not marked. */
export const statementName = (sql: string): string => names.get(sql) ?? ''
