import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { messages, Mutex, PGlite, protocol, type QueryOptions, type Results, type Transaction } from '@electric-sql/pglite'

type Options = { throwOnError?: boolean; onNotice?: (notice: messages.NoticeMessage) => void }
type Said = { messages: messages.BackendMessage[]; data: Uint8Array }

/** What PGlite itself is made from: it speaks SQL over any `execProtocol`. PGlite exports it under no name. */
type Speaking = {
  serializers: PGlite['serializers']
  parsers: PGlite['parsers']
  query<T>(query: string, values?: unknown[], options?: QueryOptions): Promise<Results<T>>
  exec(query: string): Promise<Results[]>
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  _initArrayTypes(options: object): Promise<void>
}
const Speaking = Object.getPrototypeOf(PGlite) as abstract new () => Speaking

// Its own heap holds messages only, which are gone at once; the database has memory of its own beside it.
const LIMITS = { maxYoungGenerationSizeMb: 8 }

type Waiting = { said: (data: Uint8Array) => void; failed: (error: Error) => void }

/** The program of the thread, found upwards from this file: it is a different number of steps in the source and in a bundle. */
function threadFile(from = dirname(fileURLToPath(import.meta.url))): string {
  const file = ['pglite-thread.mjs', 'bot/store/pglite-thread.mjs']
    .map((name) => join(from, name))
    .find((path) => existsSync(path))
  if (file) return file
  if (dirname(from) === from) throw new Error('bot/store/pglite-thread.mjs was not found above the program.')
  return threadFile(dirname(from))
}

/**
 * PGlite with its WebAssembly in a thread of its own, so that a statement does not keep everybody else waiting. Rejects everything
 * when the thread has ended.
 */
export class PgliteInThread extends Speaking {
  readonly debug = 0
  readonly waitReady: Promise<void>
  private readonly thread: Worker
  private readonly waiting: Waiting[] = []
  private readonly listeners = new Set<(channel: string, payload: string) => void>()
  private readonly queries = new Mutex()
  private readonly transactions = new Mutex()
  private isStarted = false
  private ended: Error | undefined

  /** Keeps what it knows in `folder`, or in memory when there is none. */
  constructor(folder?: string) {
    super()
    this.thread = new Worker(threadFile(), { workerData: { folder }, resourceLimits: LIMITS })
    this.waitReady = this.started()
  }

  private async started(): Promise<void> {
    await once(this.thread, 'message')
    this.thread.on('message', (data: Uint8Array | 'closed') => {
      if (data !== 'closed') this.waiting.shift()?.said(data)
    })
    this.thread.once('error', (error) => this.end(error))
    this.thread.once('exit', () => this.end(new Error('The embedded database has ended.')))
    this.isStarted = true
    await this._initArrayTypes({})
  }

  private end(error: Error): void {
    this.ended ??= error
    for (const { failed } of this.waiting.splice(0)) failed(this.ended)
  }

  /** Finishes what is under way first; what comes later is refused. */
  async close(): Promise<void> {
    await this._checkReady()
    await this._runExclusiveTransaction(() => this._runExclusiveQuery(() => this.stop()))
  }

  private async stop(): Promise<void> {
    this.ended ??= new Error('The embedded database is closed.')
    const exited = once(this.thread, 'exit')
    this.thread.postMessage('close')
    await exited
  }

  /** Calls back with every notification. Returns the function that stops it. */
  onNotification(listener: (channel: string, payload: string) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  async execProtocol(message: Uint8Array, { throwOnError = true, onNotice }: Options = {}): Promise<Said> {
    const data = await this.execProtocolRaw(message)
    const said: messages.BackendMessage[] = []
    let wrong: messages.DatabaseError | undefined
    new protocol.Parser().parse(data, (each) => {
      if (each instanceof messages.DatabaseError) wrong ??= each
      else if (each instanceof messages.NoticeMessage) onNotice?.(each)
      else if (each instanceof messages.NotificationResponseMessage) this.tell(each)
      said.push(each)
    })
    if (wrong && throwOnError) throw wrong
    return { messages: said, data }
  }

  private tell({ channel, payload }: messages.NotificationResponseMessage): void {
    for (const listener of this.listeners) queueMicrotask(() => listener(channel, payload))
  }

  async execProtocolStream(message: Uint8Array, options?: Options): Promise<messages.BackendMessage[]> {
    return (await this.execProtocol(message, options)).messages
  }

  execProtocolRaw(message: Uint8Array): Promise<Uint8Array> {
    return new Promise((said, failed) => {
      if (this.ended) return failed(this.ended)
      this.waiting.push({ said, failed })
      this.thread.postMessage(message)
    })
  }

  async execProtocolRawStream(message: Uint8Array, { onRawData }: { onRawData: (data: Uint8Array) => void }): Promise<void> {
    onRawData(await this.execProtocolRaw(message))
  }

  async listen(channel: string, callback: (payload: string) => void): Promise<() => Promise<void>> {
    const stop = this.onNotification((heard, payload) => (heard === channel ? callback(payload) : undefined))
    await this.exec(`listen "${channel}"`)
    return async () => stop()
  }

  _checkReady = async (): Promise<void> => {
    if (this.ended) throw this.ended
    if (!this.isStarted) await this.waitReady
  }
  _runExclusiveQuery = <T>(work: () => Promise<T>): Promise<T> => this.queries.runExclusive(work)
  _runExclusiveTransaction = <T>(work: () => Promise<T>): Promise<T> => this.transactions.runExclusive(work)
  // The thread writes its files before it answers; blobs are not used.
  syncToFs = async (): Promise<void> => undefined
  _handleBlob = async (): Promise<void> => undefined
  _getWrittenBlob = async (): Promise<undefined> => undefined
  _cleanupBlob = async (): Promise<void> => undefined
}
