import type { MessageWords } from '../../bot/cards/message-to-html.js'

/** What the page tells the script: words of locales/, for messages and for the script itself, in the page's language. */
export type Setup = {
  /** BCP 47 */
  language: string
  words: MessageWords & Record<ClientWord, string>
  /** A conversation is going on; without one nothing is asked for before the person says something. */
  talking: boolean
  leaveTo: string
  /** Media types of files that may be sent, and how large one may be. */
  files: { types: readonly string[]; bytes: number }
}

/** The keys of locales/<language>/client.json that the script says. */
export type ClientWord =
  | 'looking'
  | 'slow'
  | 'empty'
  | 'too-long'
  | 'not-sent'
  | 'not-pressed'
  | 'try-again'
  | 'busy'
  | 'busy-later'
  | 'reconnecting'
  | 'connected'
  | 'ended'
  | 'this-tab-only'
  | 'agent-typing'
  | 'file-chosen'
  | 'file-sending'
  | 'file-sent'
  | 'file-empty'
  | 'file-type'
  | 'file-too-large'
  | 'file-often'
  | 'file-not-sent'
  | 'file-not-now'

/** The page was written by the same release of the same server, so its words are believed. */
export const readSetup = (): Setup => JSON.parse(byId('setup', HTMLElement).textContent ?? '') as Setup

/** The element with the id, of the kind that the script needs. Throws when the page is another one: then the forms do the work. */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id)
  if (!(element instanceof kind)) throw new Error(`The page has no #${id}`)
  return element
}
