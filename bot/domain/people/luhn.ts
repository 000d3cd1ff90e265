/** Luhn's checksum, as payment cards and Swedish personal numbers have it (ISO/IEC 7812-1, annex B). Of an empty text it is wrong. */
export function hasLuhnChecksum(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits.length > 0 && sum % 10 === 0
}
