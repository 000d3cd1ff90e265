import type { CallThing } from '../../domain/phone/call-view.js'
import { earText } from './ear.js'
import { thingWords, type Teller, type ThingWords } from './thing-words.js'

/** Something that was found, to be read on the page of the agent (`page`) and aloud to the caller (`caller`). */
export function thingView(key: string, page: Teller, caller: Teller): CallThing | undefined {
  const shown = thingWords(key, page)
  const heard = thingWords(key, caller)
  if (!shown || !heard) return undefined
  return {
    item: { kind: 'thing', id: key },
    name: shown.name,
    what: shown.what,
    facts: [...shown.facts, ...(shown.have.length > 0 ? [{ title: page.t('service.have'), value: shown.have.join(', ') }] : [])],
    ...(shown.link ? { link: shown.link } : {}),
    ways: shown.ways,
    ...(shown.warning ? { warning: shown.warning } : {}),
    ear: earOf(heard, caller),
  }
}

/** The name and what it is, what it takes, what to have at hand, and then the ways without the web. */
function earOf({ name, what, warning, facts, have, ways }: ThingWords, caller: Teller): string[] {
  const { t } = caller
  const said = [
    t('phone.ear.thing', { name }),
    what,
    ...facts.slice(1, 2).map(({ value }) => value),
    ...(have.length > 0 ? [t('phone.ear.have', { list: listed(have, caller) })] : []),
    ...(warning ? [warning] : []),
    ...(ways.length > 0 ? [t('phone.ear.other-ways'), ...ways] : []),
  ]
  return said.flatMap((line) => earText(line, caller))
}

/** Things as one says them after each other: each begins small, since it is in the middle of a sentence. */
const listed = (items: readonly string[], { t }: Teller): string => {
  const small = items.map((item) => (/^\p{Lu}\p{Ll}/u.test(item) ? item.charAt(0).toLowerCase() + item.slice(1) : item))
  return small.length < 2 ? small.join('') : t('phone.ear.and', { before: small.slice(0, -1).join(', '), last: small.at(-1)! })
}
