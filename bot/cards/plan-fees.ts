import { contentLanguage } from '../domain/language.js'
import { worthFor } from '../domain/permits/facts-of.js'
import type { Fee, Permit } from '../domain/permits/permit.js'
import type { FeeSum, Undertaking } from '../domain/permits/plan-types.js'
import type { Translate } from '../i18n/translate.js'
import { noteText } from './applicable-parts.js'
import type { PlanTeller } from './plan-teller.js'

const NUMBERS = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 2 })

/** "12 590 kr", with spaces that do not break. */
export const amountText = (sek: number, t: Translate): string =>
  t('plan.amount', { amount: NUMBERS.format(sek) }).replaceAll(' ', '\u00a0')

/** What it costs, one sentence for each fee that may be paid: how much, of which year, how sure. Never empty. */
export function feeTexts(permit: Permit, undertaking: Undertaking, teller: PlanTeller): string[] {
  const { rules, t } = teller
  const told = permit.rule.fees.flatMap((fee) => {
    const paid = fee.when ? worthFor(rules, undertaking, fee.when) : 'yes'
    if (paid === 'no') return []
    return [paid === 'yes' ? feeText(fee, teller) : t('plan.fee.maybe', { fee: feeText(fee, teller) })]
  })
  if (told.length > 0) return told
  return [permit.fee ? noteText(permit.fee, teller) : t('permit.fee-unknown')]
}

function feeText({ sek, per, year, sure, for: what }: Fee, { language, t }: PlanTeller): string {
  const named = what?.[contentLanguage(language)]
  if (sek === 0) {
    const key = sure ? 'plan.fee.none' : 'plan.fee.none-unsure'
    return named ? t(`${key}-for`, { what: named }) : t(key)
  }
  const amount = t(`plan.fee.${per}`, { amount: amountText(sek, t) })
  const fee = named ? t('plan.fee.for', { what: named, fee: amount }) : amount
  if (year === null) return t('plan.fee.undated', { fee })
  return t(sure ? 'plan.fee.sure' : 'plan.fee.old', { fee, year })
}

/** The known fees together, and the names of what is not in the sum. */
export function feeSumText(
  { least, most, sure, without }: FeeSum,
  { rules, language, t }: PlanTeller,
): { sum: string; without: string[] } {
  const amounts = { least: amountText(least, t), most: amountText(most, t) }
  const told =
    most === 0 ? t('plan.sum-nothing') : least === most ? t('plan.sum', { least: amounts.least }) : t('plan.sum-between', amounts)
  return {
    sum: sure || most === 0 ? told : t('plan.sum-unsure', { sum: told }),
    without: without.map((id) => rules.permits.get(id)?.name[contentLanguage(language)] ?? id),
  }
}
