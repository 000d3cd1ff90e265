// The embedded database, in a thread of its own: it takes messages of PostgreSQL's protocol, in order, and gives back what it says.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

const port = parentPort
if (!port) throw new Error('This file is run as a thread by pglite-in-thread.ts.')

/** @type {{ folder?: string }} */
const { folder } = workerData
// All rows of a busy week fit in it. The default of 128 MB would fill up with what has long been written, and be the largest thing in the process.
const BUFFERS = ['-c', 'shared_buffers=32MB']
const database = new PGlite({ dataDir: folder, startParams: [...PGlite.defaultStartParams, ...BUFFERS] })
await database.waitReady
port.postMessage('ready')

// Starting leaves some 400 MB behind, outside of the heap, where the collector would look only much later. The compiler holds on to them for a while.
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')
for (const milliseconds of [2_000, 6_000, 20_000]) setTimeout(collect, milliseconds).unref()

port.on('message', async (/** @type {Uint8Array | 'close'} */ message) => {
  if (message === 'close') {
    await database.close()
    port.postMessage('closed')
    return port.close()
  }
  // Errors are for the one who asked: they stand in what the database says.
  const { data } = await database.execProtocol(message, { throwOnError: false })
  port.postMessage(data, [/** @type {ArrayBuffer} */ (data.buffer)])
})
