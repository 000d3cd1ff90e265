import { hash, randomBytes } from 'node:crypto'
import { latest } from '../domain/latest.js'

const AT_MOST = 2_000

/**
 * Remembers what a pure `understand` made of a text: the same questions come again and again. Nothing of a text is kept but a hash, with a
 * key that is gone with the process; what is remembered goes with what this returns. `context` is what else the meaning hangs on.
 */
export function understoodBefore<Understood>(
  understand: (text: string, context: string) => Understood,
  atMost = AT_MOST,
): (text: string, context?: string) => Understood {
  const key = randomBytes(16).toString('base64url')
  const known = latest<Understood>(atMost)
  return (text, context = '') =>
    known(hash('sha256', JSON.stringify([key, context, text]), 'base64url'), () => understand(text, context))
}
