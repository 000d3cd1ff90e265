import type { WebSocket } from 'ws'

const PATIENCE_MILLISECONDS = 1_000

/** Closes a socket with 1001, which tells the other side that the server goes away, and that it may connect elsewhere. Resolves when it is closed. */
export const sayGoodbye = (socket: WebSocket): Promise<void> =>
  new Promise((resolve) => {
    const impatience = setTimeout(() => socket.terminate(), PATIENCE_MILLISECONDS)
    socket.once('close', () => {
      clearTimeout(impatience)
      resolve()
    })
    socket.close(1001, 'going away')
  })
