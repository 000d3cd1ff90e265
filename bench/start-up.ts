import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from './server-process.js'
import { median } from './statistics.js'

const LATER_STARTS = 3

/** Seconds that `npm start` takes after the build: with an empty folder, and again (median of three). */
export async function startUpTimes(
  startProgram: string,
  environment: Record<string, string>,
): Promise<{ first: number; later: number }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lotsen-start-'))
  const once = async (): Promise<number> => {
    const server = await startServer(startProgram, { ...environment, DATA_DIR: dataDir })
    const answered = await fetch(server.url)
    await server.stop()
    if (!answered.ok) throw new Error(`The page answered ${answered.status} after the start`)
    return server.startedIn / 1000
  }
  try {
    const first = await once()
    const later: number[] = []
    for (let start = 0; start < LATER_STARTS; start++) later.push(await once())
    return { first, later: median(later) }
  } finally {
    rmSync(dataDir, { recursive: true })
  }
}
