/** A short message. `key` says which it is: the same key twice is one message. `to` is a number with its country code, "+46701234567". */
export type Sms = { key: string; to: string; text: string }

/** `failed`: it was handed to nobody, and may be tried again. */
export type SmsSent = 'sent' | 'failed'

/** Hands one short message on. Never throws, keeps nothing itself, and logs neither number nor text. */
export type SmsGateway = (sms: Sms) => Promise<SmsSent>

/** Characters: three messages that are sent as one. */
export const SMS_LENGTH = 459

const MOBILE = /^(?:\+\d{8,15}|\+?467\d{8})$/

/** A mobile number as it is sent; undefined when it cannot be one. Swedish numbers may be written without a country code. */
export function mobileNumber(written: string): string | undefined {
  const compact = written.replace(/[\s()/-]/g, '')
  const whole = compact.startsWith('00') ? `+${compact.slice(2)}` : compact.startsWith('07') ? `+46${compact.slice(1)}` : compact
  return MOBILE.test(whole) ? whole : undefined
}
