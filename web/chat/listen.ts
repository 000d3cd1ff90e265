// The server gives a sign of life every 15 seconds; a socket that is silent for longer than two of them is dead.
const SILENCE = 40_000
const OPENING = 10_000
const LOOK = 5_000

type Ears = { onOpen: () => void; onMessage: (body: unknown) => void }

/** Where to listen: always this page's own host, which is all that the page may reach, whatever name the server knows itself by. */
export function addressOf(streamUrl: unknown): string | undefined {
  const path = typeof streamUrl === 'string' ? /^wss?:\/\/[^/]+(\/.*)$/.exec(streamUrl)?.[1] : undefined
  return path && `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${path}`
}

/** One socket. `over` is true when it had been open, false when it never opened; `hangUp` does not wait for the other end. */
export function listen(address: string, { onOpen, onMessage }: Ears): { over: Promise<boolean>; hangUp: () => void } {
  const socket = new WebSocket(address)
  const born = Date.now()
  let heardAt: number | undefined
  let hangUp = () => {}

  const over = new Promise<boolean>((resolve) => {
    const look = setInterval(() => {
      // After sleep the clock has jumped, so that a dead socket is found at the first look.
      if (heardAt === undefined ? Date.now() - born > OPENING : Date.now() - heardAt > SILENCE) hangUp()
    }, LOOK)
    hangUp = () => {
      clearInterval(look)
      socket.onopen = socket.onmessage = socket.onclose = null
      socket.close()
      resolve(heardAt !== undefined)
    }
    socket.onopen = () => {
      heardAt = Date.now()
      onOpen()
    }
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      heardAt = Date.now()
      const body = typeof data === 'string' && data !== '' ? readable(data) : undefined
      if (body !== undefined) onMessage(body)
    }
    socket.onclose = hangUp
  })
  return { over, hangUp: () => hangUp() }
}

function readable(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}
