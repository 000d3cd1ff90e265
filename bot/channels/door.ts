import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Server } from 'restify'

/** A way in. It mounts its routes, takes the upgrade requests that are its own, and closes politely. */
export type Door = {
  mount(server: Server): void
  /** True when the request was this door's. */
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  close?(): Promise<void>
}
