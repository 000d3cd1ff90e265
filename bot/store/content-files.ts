import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { AcceptedEntry } from '../domain/content/accepted.js'
import { KINDS, type Kind } from '../domain/content/content.js'

export type ContentFile = { kind: Kind; id: string; file: string; hash: string; text: string }
export type Wrong = { file: string; line: number; field: string; reason: string }
export type Read = { entry: AcceptedEntry } | { wrong: Wrong }

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
  const value: unknown = document.toJS()
  const parsed = KINDS[kind].safeParse(value)
  if (!parsed.success) return { wrong: where(parsed.error.issues[0]) }
  if (parsed.data.id !== id)
    return {
      wrong: { file, line: lineOf(['id']), field: 'id', reason: `is "${parsed.data.id}", but the file is called ${id}.yaml` },
    }
  return { entry: { kind, id, hash, value: parsed.data } }

  function where(issue: z.core.$ZodIssue | undefined): Wrong {
    const path = (issue?.path ?? []).map((part) => (typeof part === 'symbol' ? part.toString() : part))
    return { file, line: lineOf(path), field: path.join('.'), reason: issue?.message ?? 'does not fit the schema' }
  }

  // A missing field has no line of its own: the nearest thing around it has.
  function lineOf(path: readonly (string | number)[]): number {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
      const range = node && typeof node === 'object' && 'range' in node ? (node.range as [number, number, number] | null) : null
      if (range) return lines.linePos(range[0]).line
    }
    return 1
  }
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
