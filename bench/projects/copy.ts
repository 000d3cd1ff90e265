import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable } from 'node:stream'

// The same report is in many projects, and is made a text once.
const texts = new WeakMap<object, string>()
const escaped = (text: string): string => text.replace(/[\\\n\r\t]/g, (letter) => ESCAPED[letter]!)
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** A value as a line of COPY has it. */
function asField(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value !== 'object') return escaped(String(value))
  const text = texts.get(value) ?? escaped(JSON.stringify(value))
  texts.set(value, text)
  return text
}

const AT_ONCE = 200
/** Some lines at a time, so that the pipe is not fed word by word. */
function* textOf(rows: Iterable<readonly unknown[]>): Generator<string> {
  let lines: string[] = []
  for (const row of rows) {
    lines.push(`${row.map(asField).join('\t')}\n`)
    if (lines.length < AT_ONCE) continue
    yield lines.join('')
    lines = []
  }
  yield lines.join('')
}

/** Fills a table by COPY, through psql. The columns are in the order of each row; an object is written as JSON. */
export async function copyInto(url: string, table: string, columns: string, rows: Iterable<readonly unknown[]>): Promise<void> {
  const command = ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-c', `\\copy ${table} (${columns}) from stdin`, url]
  const psql = spawn('psql', command, { stdio: ['pipe', 'inherit', 'inherit'] })
  const ended = once(psql, 'exit')
  Readable.from(textOf(rows)).pipe(psql.stdin)
  const [code] = (await ended) as [number | null]
  if (code !== 0) throw new Error(`psql ended with ${code} when it filled ${table}`)
}
