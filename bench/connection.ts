import { connect } from 'node:net'

export type Response = { status: number; body: string }
export type Connection = { post(body: string): Promise<Response>; close(): void }

/**
 * A connection that is kept open, for one POST at a time. The servers are measured beside it, so it takes as little of the machine
 * as it can: it knows just enough HTTP for an answer with a Content-Length.
 * Rejects when the server hangs up or answers otherwise.
 */
export async function openConnection(url: URL): Promise<Connection> {
  const socket = connect(Number(url.port), url.hostname).setNoDelay()
  const head = `POST ${url.pathname} HTTP/1.1\r\nhost: ${url.host}\r\ncontent-type: application/json\r\n`
  let received: Buffer[] = []
  let waiting: { resolve: (response: Response) => void; reject: (error: Error) => void } | undefined

  const settle = (how: (asked: NonNullable<typeof waiting>) => void): void => {
    const asked = waiting
    waiting = undefined
    received = []
    if (asked) how(asked)
  }
  socket.on('data', (chunk: Buffer) => {
    received.push(chunk)
    try {
      const response = responseIn(Buffer.concat(received))
      if (response) settle(({ resolve }) => resolve(response))
    } catch (error) {
      settle(({ reject }) => reject(error as Error))
    }
  })
  socket.on('close', () => settle(({ reject }) => reject(new Error('The server hung up'))))
  await new Promise<void>((connected, failed) => socket.once('connect', connected).on('error', failed))

  return {
    post: (body) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
      }),
    close: () => void socket.destroy(),
  }
}

/** The response that the bytes hold; undefined when they are not all there yet. */
function responseIn(bytes: Buffer): Response | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`An answer without Content-Length: ${head}`)
  const body = bytes.subarray(end + 4)
  if (body.length < Number(length)) return undefined
  return { status: Number(head.slice(9, 12)), body: body.toString('utf8', 0, Number(length)) }
}
