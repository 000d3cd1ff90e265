import { z } from 'zod'

const DIGITS = { least: 7, most: 15 }

/** A number that can be called, as it is kept: digits, with a plus for another country. Undefined when it cannot be one. */
export function phoneOf(text: string): string | undefined {
  const tidy = text.trim()
  // Six figures, a hyphen and four is how a personal number is written.
  if (/^(?:\d{2})?\d{6}[-+]\d{4}$/.test(tidy) || !/^(?:\+|0)[\d ()/.-]+$/.test(tidy)) return undefined
  const digits = tidy.replace(/\D/g, '')
  if (digits.length < DIGITS.least || digits.length > DIGITS.most) return undefined
  return tidy.startsWith('+') ? `+${digits}` : digits
}

const Address = z.email().max(200)

export function emailOf(text: string): string | undefined {
  const parsed = Address.safeParse(text.trim())
  return parsed.success ? parsed.data : undefined
}
