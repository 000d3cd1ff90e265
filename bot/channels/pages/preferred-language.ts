/**
 * The language of ours (BCP 47) that an Accept-Language header likes best. Somebody whose browser speaks none of them is more
 * likely to read English than Swedish; without a header it is the first.
 */
export function preferredLanguage(header: string | undefined, languages: readonly string[]): string {
  const wishes = wishesIn(header ?? '')
  const found = wishes.map((wish) => languages.find((language) => isSame(language, wish))).find(Boolean)
  const foreign = wishes.length > 0 ? languages.find((language) => language === 'en') : undefined
  return found ?? foreign ?? languages[0] ?? 'sv'
}

const isSame = (language: string, wish: string): boolean =>
  language.toLowerCase() === wish || (!language.includes('-') && language === wish.split('-')[0])

/** Tags in small letters, best first. Without a weight it is 1; weight 0 means "not this". */
function wishesIn(header: string): string[] {
  const weighed = header
    .slice(0, 500)
    .split(',')
    .flatMap((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim())
      const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1)
      return /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag) && weight > 0 ? [{ tag: tag.toLowerCase(), weight }] : []
    })
  return weighed.sort((one, other) => other.weight - one.weight).map(({ tag }) => tag)
}
