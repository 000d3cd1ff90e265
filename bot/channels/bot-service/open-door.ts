import type { IncomingMessage } from 'node:http'

// Any of them says that somebody else stands behind the loopback address.
const FORWARDED = /^(x-forwarded-|forwarded$|via$)/

/**
 * Without an app id nobody proves who they are, so only programs on this machine are answered. Gives the reason for which a request is
 * not, as a code; undefined when it is.
 */
export function refusedByOpenDoor({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): string | undefined {
  if (!isLoopbackAddress(socket.remoteAddress ?? '')) return 'NotLocal'
  if (Object.keys(headers).some((name) => FORWARDED.test(name))) return 'Forwarded'
  // A page of the web that is open in a browser here is on this machine too, and its browser says where it is from.
  return headers.origin !== undefined && !isLoopbackUrl(headers.origin) ? 'ForeignOrigin' : undefined
}

const isLoopbackAddress = (address: string): boolean => address === '::1' || /^(::ffff:)?127\./.test(address)

/** True for an http or https address on this machine. */
export function isLoopbackUrl(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return /^https?:$/.test(protocol) && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}
