import { createHmac } from 'node:crypto'
import { isSameSecret } from '../same-secret.js'

export const TIMESTAMP_HEADER = 'x-lotsen-timestamp'
export const SIGNATURE_HEADER = 'x-lotsen-signature'
/** So many seconds a clock may differ, either way. */
export const TOLERANCE_SECONDS = 300

/** Who is spoken to. It is signed too, so that what goes one way can never be sent back the other. */
export type Towards = 'hub' | 'lotsen'

/** `v1=` and the HMAC-SHA256 in hex of version, direction, seconds and body. `seconds` are those since 1970. */
export const signatureOf = (key: string, towards: Towards, seconds: number, body: Uint8Array | string): string =>
  `v1=${createHmac('sha256', key).update(`v1:to-${towards}:${seconds}:`).update(body).digest('hex')}`

export const signedHeaders = (key: string, towards: Towards, at: Date, body: string): Record<string, string> => {
  const seconds = Math.floor(at.getTime() / 1000)
  return { [TIMESTAMP_HEADER]: String(seconds), [SIGNATURE_HEADER]: signatureOf(key, towards, seconds, body) }
}

type Signed = { timestamp: string | undefined; signature: string | undefined; body: Uint8Array | string }

/** Whether somebody who has the key signed exactly this, now. Takes as long for a nearly right signature as for a wrong one. */
export function isSigned(key: string, towards: Towards, { timestamp = '', signature = '', body }: Signed, at: Date): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false
  const seconds = Number(timestamp)
  if (Math.abs(at.getTime() / 1000 - seconds) > TOLERANCE_SECONDS) return false
  return isSameSecret(signature, signatureOf(key, towards, seconds, body))
}
