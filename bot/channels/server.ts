import { createServer, type Server } from 'restify'
import type { Log } from '../telemetry/log.js'
import type { Door } from './door.js'

/** Every way in. Each door mounts its own routes; an upgrade nobody knows is hung up on. */
export function serverOf(doors: readonly Door[], log: Log): Server {
  const server = createServer({ name: 'lotsen', ignoreTrailingSlash: true })
  for (const door of doors) door.mount(server)
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    if (!doors.some((door) => door.upgrade?.(request, socket, head)))
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
  })
  server.on(
    'restifyError',
    (
      _request,
      _response,
      error: { statusCode?: number; toJSON?: () => unknown; message: string; name: string },
      done: () => void,
    ) => {
      const status = error.statusCode ?? 500
      if (status >= 500) log.error({ error }, 'request failed')
      const code = status >= 500 ? 'ServiceError' : error.name.replace(/Error$/, '')
      error.toJSON = () => ({
        error: { code, message: status >= 500 ? 'Something went wrong. Nothing was lost; try again.' : error.message },
      })
      done()
    },
  )
  return server
}
