import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflated = promisify(inflateRaw)

export type Unpacked = Record<string, Uint8Array>
/** `too-big` also when it unpacks to more than it says of itself. */
export type WhyNotUnpacked = 'unreadable' | 'too-big'

// The two records of a ZIP file that are needed, as APPNOTE 4.3 has them: the end of the list of entries, and an entry of the list.
const END = { mark: 0x06054b50, length: 22, entries: 10, list: 16 }
const ENTRY = { mark: 0x02014b50, length: 46, method: 10, packed: 20, size: 24, name: 28, extra: 30, comment: 32, at: 42 }
const LOCAL = { mark: 0x04034b50, length: 30, name: 26, extra: 28 }
const STORED = 0
const DEFLATED = 8

/**
 * The XML files in a ZIP file. A library would do, but for what a stranger can do with one: half a megabyte can unpack to half a gigabyte,
 * whatever it says of itself, while nobody else is served. Here each entry has the room that it says it needs and no more, `most` bytes
 * together, and is unpacked beside the event loop.
 */
export async function unpackedXml(zip: Buffer, most: number): Promise<Unpacked | WhyNotUnpacked> {
  const entries = entriesIn(zip)?.filter(({ name }) => /\.(xml|rels)$/i.test(name))
  if (!entries || entries.length === 0) return 'unreadable'
  if (entries.reduce((total, { size }) => total + size, 0) > most) return 'too-big'
  const files: Unpacked = {}
  for (const { name, method, size, data } of entries) {
    const bytes = method === STORED ? data : await inflatedTo(data, size)
    if (bytes === 'too-big' || bytes.length !== size) return bytes === 'too-big' ? bytes : 'unreadable'
    files[name] = bytes
  }
  return files
}

async function inflatedTo(data: Buffer, size: number): Promise<Buffer | 'too-big'> {
  try {
    return await inflated(data, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    if (isTooLarge(error)) return 'too-big'
    throw error
  }
}

const isTooLarge = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

type Entry = { name: string; method: number; size: number; data: Buffer }

/** What the list at the end of the file names; undefined when there is none, or it is of a kind that Excel does not write. */
function entriesIn(zip: Buffer): Entry[] | undefined {
  const mark = Buffer.alloc(4)
  mark.writeUInt32LE(END.mark)
  const end = zip.lastIndexOf(mark)
  if (end < 0 || end + END.length > zip.length) return undefined
  const entries: Entry[] = []
  let at = zip.readUInt32LE(end + END.list)
  for (let left = zip.readUInt16LE(end + END.entries); left > 0; left--) {
    if (at + ENTRY.length > zip.length || zip.readUInt32LE(at) !== ENTRY.mark) return undefined
    const entry = entryAt(zip, at)
    if (!entry) return undefined
    entries.push(entry)
    at +=
      ENTRY.length + zip.readUInt16LE(at + ENTRY.name) + zip.readUInt16LE(at + ENTRY.extra) + zip.readUInt16LE(at + ENTRY.comment)
  }
  return entries
}

function entryAt(zip: Buffer, at: number): Entry | undefined {
  const local = zip.readUInt32LE(at + ENTRY.at)
  const method = zip.readUInt16LE(at + ENTRY.method)
  if (local + LOCAL.length > zip.length || zip.readUInt32LE(local) !== LOCAL.mark) return undefined
  if (method !== STORED && method !== DEFLATED) return undefined
  const from = local + LOCAL.length + zip.readUInt16LE(local + LOCAL.name) + zip.readUInt16LE(local + LOCAL.extra)
  return {
    name: zip.toString('utf8', at + ENTRY.length, at + ENTRY.length + zip.readUInt16LE(at + ENTRY.name)),
    method,
    size: zip.readUInt32LE(at + ENTRY.size),
    data: zip.subarray(from, from + zip.readUInt32LE(at + ENTRY.packed)),
  }
}
