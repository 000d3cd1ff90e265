import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { PortfolioGateway, RecordsGateway } from '../domain/projects/common-systems.js'

/**
 * Hands packages over as files, one each, in a folder for each record number: `2016-0999/decision-3.zip`. A file that is there is whole, and
 * whoever has fetched it takes it away.
 */
export const recordsFiles =
  (folder: string): RecordsGateway =>
  ({ name, recordNumber, bytes }) =>
    writeWhole(join(folder, recordNumber), `${name}.zip`, bytes)

/** All projects in one file, `portfolio.json`: the day, and a list. */
export const portfolioFile =
  (folder: string): PortfolioGateway =>
  (handed) =>
    writeWhole(folder, 'portfolio.json', JSON.stringify(handed))

async function writeWhole(folder: string, name: string, content: Uint8Array | string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unfinished = join(folder, `.${name}.part`)
  const file = await open(unfinished, 'w', 0o600)
  try {
    await file.writeFile(content)
    // The name is given to what is on the disk, not to what the machine means to write there.
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(unfinished, join(folder, name))
}
