import { z } from 'zod'
import type { Log } from '../telemetry/log.js'

const Granted = z.object({ id_token: z.string().min(1) })
const Denied = z.object({ error: z.string() })
const PATIENCE_MILLISECONDS = 10_000

/** The id token that a code is worth. `refused`: the code, or the proof of who asked for it, is not right. */
export async function exchangeCode(
  address: string,
  form: Record<string, string>,
  log: Log,
): Promise<{ idToken: string } | 'refused' | 'unreachable'> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    })
    const body: unknown = await response.json()
    const granted = Granted.safeParse(body)
    if (response.ok && granted.success) return { idToken: granted.data.id_token }
    if (Denied.safeParse(body).data?.error === 'invalid_grant') return 'refused'
    // Anything else is our own registration or Microsoft's trouble: nothing that the person can mend.
    log.error({ status: response.status }, 'a sign-in code could not be exchanged')
  } catch (error) {
    log.error({ error }, 'a sign-in code could not be exchanged')
  }
  return 'unreachable'
}
