// A program of its own: makes the embedded database in the folder that it is given, brings it to the newest schema, and ends.
import { createLog } from '../telemetry/log.js'
import { openPglite } from './open-pglite.js'

const [, , dataDir, level] = process.argv
if (!dataDir) throw new Error('make-database needs the folder of the data.')
await (await openPglite(dataDir, createLog(level ?? 'info'))).close()
