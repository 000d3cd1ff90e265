import { anchorOf } from '../../cards/message-to-html.js'
import type { Visit } from './visit.js'

/** Says on the page that a conversation was begun just before, so that it can explain why there is none. */
export const SAID = 'said'

/** The address of the page, at a message. `isFirst`: the browser has just been given its first cookie and may refuse it. */
export function hereAgain(
  { framed }: Pick<Visit, 'framed'>,
  { to, isFirst = false }: { to?: string; isFirst?: boolean } = {},
): string {
  const query = [framed && 'framed=1', isFirst && `${SAID}=1`].filter(Boolean).join('&')
  return `/${query && `?${query}`}${to === undefined ? '' : `#${anchorOf(to)}`}`
}
