import { createHmac } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** As much of a request as tells where it comes from. */
type Arrived = { headers: IncomingHttpHeaders; socket: { remoteAddress?: string } }

/**
 * The address a request comes from. X-Forwarded-For is a stranger's word: it is read from the right, for as long as
 * the one who wrote it is a proxy of ours (`trustedProxies`: addresses, networks as 10.0.0.0/8, or "loopback").
 */
export function clientAddress(request: Arrived, trustedProxies: readonly string[]): string {
  const trusted = networks(trustedProxies)
  const hops = forwarded(request, 'x-forwarded-for').reverse()
  let address = plain(request.socket.remoteAddress ?? '')
  for (const hop of hops) {
    if (!isWithin(trusted, address) || !isIP(plain(hop))) break
    address = plain(hop)
  }
  return address
}

/** True when the person's browser used https, as far as the socket or a proxy of ours can tell. */
export function cameOverHttps(request: Arrived, trustedProxies: readonly string[]): boolean {
  if ('encrypted' in request.socket) return true
  const byProxy = isWithin(networks(trustedProxies), plain(request.socket.remoteAddress ?? ''))
  return byProxy && forwarded(request, 'x-forwarded-proto').at(-1) === 'https'
}

/**
 * A bucket for counting what one address does, which cannot be read backwards and is another one tomorrow.
 * A household has a whole IPv6 /64 to choose addresses from, so that is what is counted.
 */
export function addressBucket(purpose: string, address: string, at: Date, key: string): string {
  const day = at.toISOString().slice(0, 10)
  return `${purpose}:${createHmac('sha256', key)
    .update(`address ${day} ${household(address)}`)
    .digest('base64url')}`
}

const forwarded = (request: Arrived, header: string): string[] =>
  [request.headers[header] ?? []]
    .flat()
    .flatMap((line) => line.split(','))
    .map((part) => part.trim())
    .filter(Boolean)

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

function household(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}

function networks(trustedProxies: readonly string[]): BlockList {
  const list = new BlockList()
  for (const proxy of trustedProxies.flatMap((one) => (one === 'loopback' ? ['127.0.0.0/8', '::1'] : [one]))) {
    const [address = '', bits] = proxy.split('/')
    const family = familyOf(address)
    if (family && bits === undefined) list.addAddress(address, family)
    else if (family) list.addSubnet(address, Number(bits), family)
  }
  return list
}

const isWithin = (list: BlockList, address: string): boolean => {
  const family = familyOf(address)
  return family !== undefined && list.check(address, family)
}

const familyOf = (address: string): 'ipv4' | 'ipv6' | undefined =>
  (({ 0: undefined, 4: 'ipv4', 6: 'ipv6' }) as const)[isIP(address) as 0 | 4 | 6]
