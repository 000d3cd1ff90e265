import type { AddressInfo } from 'node:net'
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder'
import { plugins, type Next, type Request, type Response } from 'restify'
import { serverOf } from '../bot/channels/server.js'
import { silentLog } from '../bot/telemetry/log.js'

/** An echo bot as botbuilder's own samples have it, on the server that Lotsen itself runs on. Says where it answers. */
export async function serveEcho(logic: (context: TurnContext) => Promise<void>, close: () => Promise<void>): Promise<void> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
  const server = serverOf(
    [
      {
        mount(mounted) {
          mounted.post(
            '/api/messages',
            plugins.bodyParser({ mapParams: false }),
            (request: Request, response: Response, next: Next) => {
              adapter.process(request, response, logic).then(() => next(), next)
            },
          )
        },
      },
    ],
    silentLog,
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  process.stdout.write(`echo answers at http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
  process.once('SIGTERM', () => void close().then(() => process.exit(0)))
}
