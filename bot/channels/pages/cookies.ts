import type { IncomingMessage, ServerResponse } from 'node:http'

/** The value of a cookie that the request came with. */
export const cookieOf = (request: IncomingMessage, name: string): string | undefined =>
  (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** Where the page is seen; a cookie of a frame on another site is kept only when it says that it is one. */
export type Place = { secure: boolean; framed: boolean }

/** Adds a cookie that scripts cannot read. `seconds` undefined: until the browser is closed; 0: gone at once. */
export function setCookie(
  response: ServerResponse,
  name: string,
  value: string,
  { secure, framed }: Place,
  seconds?: number,
): void {
  const parts = [
    `${name}=${value}`,
    'Path=/',
    'HttpOnly',
    secure && framed ? 'SameSite=None; Partitioned' : 'SameSite=Lax',
    ...(secure ? ['Secure'] : []),
    ...(seconds === undefined ? [] : [`Max-Age=${seconds}`]),
  ]
  const before = [response.getHeader('set-cookie') ?? []].flat().map(String)
  response.setHeader('set-cookie', [...before, parts.join('; ')])
}
