import type { Outcome, Result } from '../outcome.js'
import type { CallItem } from './call.js'

/** Something that was found: named and explained in the language of the page, read aloud in the caller's. */
export type CallThing = {
  item: CallItem
  name: string
  what: string
  facts: readonly { title: string; value: string }[]
  link?: { title: string; url: string }
  /** How to do it without the web: by telephone, by a visit, on paper, by somebody else. */
  ways: readonly string[]
  warning?: string
  ear: readonly string[]
}

/** A field of a form, whose words are the caller's. `unknown` is what to send for "I don't know yet" beside a number. */
export type CallField = {
  id: string
  label: string
  /** An example, or for whom it is asked. */
  hint?: string
  kind: 'choices' | 'number' | 'toggle' | 'date' | 'text'
  choices: readonly { title: string; value: string }[]
  isMultiple: boolean
  isRequired: boolean
  value: string
  /** For `toggle`: what is sent when it is on and when it is off. */
  on?: string
  off?: string
  least?: string
  most?: string
}

/** What is asked together, and the button that sends it. */
export type CallForm = { at: string; send: string; title: string; fields: readonly CallField[] }

/** A button that sends nothing but itself. */
export type CallChoice = { at: string; title: string }

/** The permit plan as it is now. */
export type CallPlan = {
  title: string
  /** As it is shown: K7R-M4W-TX9. */
  code: string
  /** The address of its page on this server. */
  page: string
  lines: readonly string[]
  fees: string
  /** `isSure`: it is needed or probably needed, and not only if something turns out so. */
  steps: readonly {
    name: string
    status: string
    isSure: boolean
    time: string
    fees: readonly string[]
    first: readonly string[]
  }[]
}

/** One answer of the bot's. */
export type CallAnswer = {
  /** Id of the stored line. */
  id: string
  outcome: Outcome
  /** BCP 47, of what is read aloud. */
  language: string
  /** What other tools count, as in the chat. */
  results: readonly Result[]
  /** What it says, line by line, in the caller's language. */
  lines: readonly string[]
  ear: readonly string[]
  things: readonly CallThing[]
  forms: readonly CallForm[]
  choices: readonly CallChoice[]
  plan?: CallPlan
}

/** Everything since something was said or pressed. `said` is masked, as it is stored. */
export type CallTurn = { said?: string; answers: readonly CallAnswer[] }

/** How something can reach a caller. `mail`: `kept` until a mail server is connected. */
export type CallWays = { mail: 'sent' | 'kept'; sms: boolean }

/** `language` is that of the last answer; `chosen` the one that was chosen for the caller, which then holds (BCP 47). */
export type CallView = { call: string; language: string; chosen?: string; ways: CallWays; turns: readonly CallTurn[] }
