import { mkdir, rename, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { SmsGateway } from '../domain/phone/sms.js'
import type { Log } from '../telemetry/log.js'

/**
 * Hands short messages over as files, one each, to whatever sends them: `<hash of the key>.json` with `to`, `text` and `at`. A file that is there is
 * whole, and whoever has sent it takes it away. The same key twice is the same file.
 */
export const smsFiles =
  ({ folder, now, log }: { folder: string; now: () => Date; log: Log }): SmsGateway =>
  async ({ key, to, text }) => {
    const name = createHash('sha256').update(key).digest('hex').slice(0, 32)
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const unfinished = join(folder, `.${name}.part`)
      await writeFile(unfinished, JSON.stringify({ to, text, at: now().toISOString() }), { mode: 0o600 })
      await rename(unfinished, join(folder, `${name}.json`))
      return 'sent'
    } catch (error) {
      // A full disk or a folder that is gone: its words name a path and no person.
      log.error({ error }, 'a short message could not be handed over')
      return 'failed'
    }
  }
