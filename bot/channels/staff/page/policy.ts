// Where Teams shows tabs: its clients on desktop, in browsers and on telephones, and the other hosts of the same app.
const TEAMS = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://teams.cloud.microsoft',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
]

/**
 * What the desk may load and who may show it. Styles that are made at run time bear the nonce. Nothing is asked of anybody else: the list of
 * hosts that Teams' own library would fetch is refused here, and it falls back on the one that it brings. `socket`: the origin of sockets.
 */
export const deskPolicy = (nonce: string, socket: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // Pictures that citizens send are fetched with a session, and shown from the page's own memory.
    "img-src 'self' data: blob:",
    `connect-src 'self' ${socket}`,
    "form-action 'self'",
    `frame-ancestors 'self' ${TEAMS.join(' ')}`,
    "base-uri 'none'",
  ].join('; ')
