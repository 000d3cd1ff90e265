// A plain botbuilder echo bot: the framework's own ceiling. It remembers nothing.
import { serveEcho } from './echo-server.js'

await serveEcho(
  async (context) => {
    await context.sendActivity(`Echo: ${context.activity.text}`)
  },
  async () => undefined,
)
