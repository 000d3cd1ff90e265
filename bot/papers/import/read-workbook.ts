import { zipSync } from 'fflate'
import type { ImportFault } from './import-fault.js'
import { MOST_ROWS, withinArea } from './sheet-area.js'
import { unpackedXml } from './unpack.js'

/** As it is sent; ten thousand activities are some 0.6 MB. */
export const MOST_BYTES = 5 * 1024 * 1024
/** When it is unpacked: a small file can be made to unpack to any size. Ten thousand activities are some 5 MB. */
const MOST_UNPACKED = 16 * 1024 * 1024
/** In all cells together: one long text can stand in any number of cells, and each is gone through. */
const MOST_LETTERS = 10_000_000

export type ReadCell = string | number | boolean | Date | null
export type ReadSheet = { name: string; rows: readonly (readonly ReadCell[])[] }

/** The sheets of an Excel workbook with what is in their cells, or why it cannot be read. Of a formula, what it came to when it was saved. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly ReadSheet[] | { fault: ImportFault }> {
  if (bytes.length > MOST_BYTES) return TOO_BIG
  const unpacked = await unpack(bytes)
  if ('fault' in unpacked) return unpacked
  // Loaded when it is first asked for: most who start the bot never need it.
  const { default: read } = await import('read-excel-file/node')
  try {
    const sheets = await read(unpacked.file, { trim: false })
    const long = sheets.find(({ data }) => data.length > MOST_ROWS)
    if (long) return { fault: { ...TOO_MANY_ROWS.fault, sheet: long.sheet } }
    if (lettersIn(sheets.map(({ data }) => data)) > MOST_LETTERS) return TOO_BIG
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown as ReadSheet['rows'] }))
  } catch {
    // Whatever it is that the library cannot read, whoever sent the file can do one thing about it: save it anew.
    return UNREADABLE
  }
}

const lettersIn = (sheets: readonly (readonly (readonly unknown[])[])[]): number =>
  sheets.flat(2).reduce<number>((letters, cell) => letters + (typeof cell === 'string' ? cell.length : 0), 0)

const UNREADABLE: { fault: ImportFault } = { fault: { fault: 'unreadable' } }
const TOO_BIG: { fault: ImportFault } = { fault: { fault: 'too-big', values: { megabytes: MOST_BYTES / 1024 / 1024 } } }
const TOO_MANY_ROWS: { fault: ImportFault } = { fault: { fault: 'too-many-rows', values: { most: MOST_ROWS - 1 } } }

/** The file packed anew without compression, with only what is read of it: what it unpacks to is known by then. */
async function unpack(bytes: Uint8Array): Promise<{ file: Buffer } | { fault: ImportFault }> {
  try {
    const files = await unpackedXml(Buffer.from(bytes), MOST_UNPACKED)
    if (files === 'unreadable') return UNREADABLE
    const within = files === 'too-big' ? files : withinArea(files)
    if (within === 'too-big') return TOO_BIG
    return within === 'too-many-rows' ? TOO_MANY_ROWS : { file: Buffer.from(zipSync(within, { level: 0 })) }
  } catch {
    return UNREADABLE
  }
}
