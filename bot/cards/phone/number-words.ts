import type { Translate } from '../../i18n/translate.js'

/** Above this a number is left in digits. */
const MOST = 999_999

/** A whole number as one says it: "ettusen tvåhundratrettiofyra". Undefined when it is no whole number from 0 to 999,999. */
export function numberInWords(value: number, t: Translate): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value > MOST) return undefined
  return value < 1000 ? belowThousand(value, t) : fromThousand(value, t)
}

function fromThousand(value: number, t: Translate): string {
  // Two words that meet in three of the same letter lose one: "ett" and "tusen".
  const thousands = t('phone.ear.thousands', { count: belowThousand(Math.floor(value / 1000), t) }).replace('ttt', 'tt')
  const rest = value % 1000
  return rest === 0 ? thousands : t('phone.ear.thousands-rest', { thousands, rest: belowThousand(rest, t) })
}

function belowThousand(value: number, t: Translate): string {
  if (value < 100) return belowHundred(value, t)
  const hundreds = t('phone.ear.hundreds', { count: belowHundred(Math.floor(value / 100), t) })
  const rest = value % 100
  return rest === 0 ? hundreds : t('phone.ear.hundreds-rest', { hundreds, rest: belowHundred(rest, t) })
}

function belowHundred(value: number, t: Translate): string {
  const small = t('phone.ear.small').split(' ')
  const known = small[value]
  if (known !== undefined) return known
  const tens = t('phone.ear.tens').split(' ')[Math.floor(value / 10) - 2] ?? ''
  const ones = small[value % 10] ?? ''
  return value % 10 === 0 ? tens : t('phone.ear.tens-ones', { tens, ones })
}
