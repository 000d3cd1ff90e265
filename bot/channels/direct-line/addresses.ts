import type { IncomingMessage } from 'node:http'
import type { Config } from '../../config/config.js'
import { cameOverHttps } from '../client-address.js'

export type Reached = Pick<Config, 'publicUrl' | 'trustedProxies'>

/** Where this client reaches us, without a slash at the end: PUBLIC_URL, or whatever host it asked for. */
export const baseOf = (request: IncomingMessage, { publicUrl, trustedProxies }: Reached): string =>
  publicUrl?.origin ?? `${cameOverHttps(request, trustedProxies) ? 'https' : 'http'}://${request.headers.host ?? ''}`

export const streamUrl = (base: string, conversation: string, token: string): string =>
  `${base.replace(/^http/, 'ws')}/v3/directline/conversations/${encodeURIComponent(conversation)}/stream?t=${token}`

/** The sequence number that a client has seen up to. Anything unreadable means from the beginning: nothing is lost that way. */
export const watermarkOf = (given: string | null | undefined): number => (given && /^\d{1,9}$/.test(given) ? Number(given) : 0)
