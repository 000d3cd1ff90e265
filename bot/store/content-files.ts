import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import type { AcceptedEntry } from '../domain/content/accepted.js'
import { KINDS, type Kind } from '../domain/content/content.js'

export type ContentFile = { kind: Kind; id: string; file: string; hash: string; text: string }
export type Wrong = { file: string; line: number; field: string; reason: string }
/** An entry as it is written, which is what is kept, and what its schema makes of it. */
export type Good = { entry: AcceptedEntry; value: unknown }
export type Read = Good | { wrong: Wrong }

/** Every file under content/, with a hash of its kind, name and bytes. The path is relative to the folder. */
export async function contentFiles(folder: string): Promise<ContentFile[]> {
  const kinds = Object.keys(KINDS) as Kind[]
  const lists = await Promise.all(
    kinds.map(async (kind) => ({ kind, names: (await readdir(join(folder, kind))).filter((name) => name.endsWith('.yaml')) })),
  )
  return Promise.all(
    lists.flatMap(({ kind, names }) =>
      names.sort().map(async (name) => {
        const text = await readFile(join(folder, kind, name), 'utf8')
        const hash = createHash('sha256').update(`${kind}/${name}\n${text}`).digest('hex')
        return { kind, id: basename(name, '.yaml'), file: `${kind}/${name}`, hash, text }
      }),
    ),
  )
}

/** Parses a file and checks it with its kind's schema; what is wrong is said with file, line, field and reason. */
export function readContentFile({ kind, id, file, hash, text }: ContentFile): Read {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const broken = document.errors[0]
  if (broken)
    return {
      wrong: { file, line: lines.linePos(broken.pos[0]).line, field: '', reason: broken.message.split('\n')[0] ?? broken.code },
    }
  const written: unknown = document.toJS()
  const parsed = KINDS[kind].safeParse(written)
  if (!parsed.success) return { wrong: where(parsed.error.issues[0]) }
  if (parsed.data.id !== id)
    return {
      wrong: { file, line: lineOf(['id']), field: 'id', reason: `is "${parsed.data.id}", but the file is called ${id}.yaml` },
    }
  return { entry: { kind, id, hash, value: written }, value: parsed.data }

  function where(issue: z.core.$ZodIssue | undefined): Wrong {
    const path = (issue?.path ?? []).map((part) => (typeof part === 'symbol' ? part.toString() : part))
    return { file, line: lineOf(path), field: path.join('.'), reason: issue?.message ?? 'does not fit the schema' }
  }

  function lineOf(path: FieldPath): number {
    return lineOfField(document, lines, path)
  }
}

type FieldPath = readonly (string | number)[]

/** The line of a field in a file that was read. */
export function lineIn({ text }: ContentFile, path: FieldPath): number {
  const lines = new LineCounter()
  return lineOfField(parseDocument(text, { lineCounter: lines }), lines, path)
}

// A missing field has no line of its own: the nearest thing around it has. A field's line is that of its name, not of its value.
function lineOfField(document: Document, lines: LineCounter, path: FieldPath): number {
  for (let length = path.length; length > 0; length--) {
    const around: unknown = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const name = path[length - 1]
    const pair = isMap(around) ? around.items.find(({ key }) => isNode(key) && String(key) === String(name)) : undefined
    const node = pair ? pair.key : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

/** Changes when a file under content/ is added, removed or written. Cheap: it reads no file. */
export async function contentFingerprint(folder: string): Promise<string> {
  const kinds = Object.keys(KINDS)
  const stamps = await Promise.all(
    kinds.map(async (kind) => {
      const names = (await readdir(join(folder, kind))).sort()
      return Promise.all(names.map(async (name) => `${kind}/${name} ${(await stat(join(folder, kind, name))).mtimeMs}`))
    }),
  )
  return stamps.flat().join('\n')
}
