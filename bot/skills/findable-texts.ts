import type { Content } from '../domain/content/content.js'
import { findableOf, findables, keyOf, type Findable } from '../domain/content/findables.js'
import { LANGUAGES, type Language } from '../domain/language.js'
import type { Permit } from '../domain/permits/permit.js'
import type { Service } from '../domain/services/service.js'
import type { Described } from '../understanding/find.js'
import type { Text } from '../understanding/ranker.js'

/** Everything that a question can lead to, with what is written about it: what the finder learns from. */
export function findableTexts(content: Content): Described[] {
  const asGood = equallyGood(content)
  return findables(content).map(({ key, written }) => ({
    id: key,
    texts: written.flatMap((thing) => LANGUAGES.flatMap((language) => textsOf(thing, language))),
    isOurs: findableOf(content, key)?.kind !== 'other-authority',
    asGood: [...(asGood.get(key) ?? [])],
    // A service and a permit under one id come from different hands.
    writers: written.length,
  }))
}

function textsOf({ name, summary, also, phrases }: Findable['thing'], language: Language): Described['texts'] {
  const every = (role: Text['role'], texts: readonly string[]) => texts.map((text) => ({ text, role, language }))
  return [
    ...every('name', [name[language]]),
    ...every('summary', [summary[language]]),
    ...every('also', also[language]),
    ...every('phrase', phrases[language]),
  ]
}

/** By key, the keys of what helps the same person as much: what leads to the same page, and a kind of business with its usual permits. */
function equallyGood({ services, permits, businessTypes }: Content): Map<string, Set<string>> {
  const permitKey = (id: string): string => keyOf(services.has(id) ? 'service' : 'permit', id)
  const pages = new Map<string, string[]>()
  const stands = (key: string, { link }: Service | Permit): void => {
    if (link.kind === 'service' || link.kind === 'information') pages.set(link.url, [...(pages.get(link.url) ?? []), key])
  }
  for (const service of services.values()) stands(service.id, service)
  for (const permit of permits.values()) stands(permitKey(permit.id), permit)
  const usual = [...businessTypes.values()].flatMap(({ id, usually }) =>
    usually.map((permit) => [keyOf('business-type', id), permitKey(permit)]),
  )
  const good = new Map<string, Set<string>>()
  for (const group of [...pages.values(), ...usual])
    for (const key of group) good.set(key, new Set([...(good.get(key) ?? []), ...group.filter((other) => other !== key)]))
  return good
}
