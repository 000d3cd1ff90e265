import { anchorOf } from '../../cards/message-to-html.js'
import type { Visit } from './visit.js'

/** Says on the page that a conversation was begun just before, so that it can explain why there is none. */
export const SAID = 'said'

/**
 * The address of the page, at a message. `isFirst`: the browser has just been given its first cookie and may refuse it.
 * `language`: chosen just now, for a browser that may forget it.
 */
export function hereAgain(
  { framed }: Pick<Visit, 'framed'>,
  { to, isFirst = false, language }: { to?: string; isFirst?: boolean; language?: string } = {},
): string {
  const query = [framed && 'framed=1', isFirst && `${SAID}=1`, language && `language=${language}`].filter(Boolean).join('&')
  return `/${query && `?${query}`}${to === undefined ? '' : `#${anchorOf(to)}`}`
}
