import { answersFor, listOf, noteText, phonesOf } from '../cards/applicable-parts.js'
import type { Content } from '../domain/content/content.js'
import { FRONT_DOOR } from '../domain/content/content.js'
import type { Findable } from '../domain/content/findables.js'
import { contentLanguage } from '../domain/language.js'
import type { Permit } from '../domain/permits/permit.js'
import type { Note, Service } from '../domain/services/service.js'
import type { Turn } from '../turn/turn.js'
import type { Aspect } from '../understanding/follow-up.js'

type About = { about: Findable; content: Content; language: string; t: Turn['t'] }
type Applicable = { thing: Service | Permit; content: Content; language: string; t: Turn['t'] }

// What a note is about can be told from its words; a fact that is not there is said to be unknown, never guessed.
const OF_COST =
  /\b(kr|kronor|avgift\p{L}*|kosta\p{L}*|gratis|betala\p{L}*|taxa\p{L}*|sek|fees?|costs?|free|pay\p{L}*|charge\p{L}*)\b/iu
const OF_TIME = /\b(vecka|veckor|dag|dagar|månad|månader|dygn|handläggning\p{L}*|weeks?|days?|months?|processing)\b/iu

/** One fact about what was shown, in a sentence; who knows it, when we do not. */
export function tellAspect(aspect: Exclude<Aspect, 'person'>, { about, content, language, t }: About): string {
  if (about.kind !== 'service' && about.kind !== 'permit') return unknown({ content, language, t })
  const shown: Applicable = { thing: about.thing, content, language, t }
  return TELL[aspect](shown) ?? unknown(shown)
}

const TELL: Record<Exclude<Aspect, 'person'>, (shown: Applicable) => string | undefined> = {
  cost: (shown) => noteOn(OF_COST, 'fee' in shown.thing ? shown.thing.fee : undefined, shown),
  time: (shown) => noteOn(OF_TIME, 'time' in shown.thing ? shown.thing.time : undefined, shown),
  login: ({ thing, t }) => ('login' in thing ? t(`service.login.${thing.sensitive ? 'sensitive' : thing.login}`) : undefined),
  apply: ({ thing, t }) =>
    thing.link.kind === 'none' ? undefined : `[${t(`service.link.${thing.link.kind}`)}](${thing.link.url})`,
  someone: ({ thing, language, t }) => thing.ways.someone?.[contentLanguage(language)] ?? t('follow-up.someone'),
  papers({ thing, language, t }) {
    const have = thing.have[contentLanguage(language)]
    return have.length > 0 ? t('follow-up.papers', { list: listOf(have) }) : undefined
  },
}

function noteOn(subject: RegExp, own: Note | undefined, shown: Applicable): string | undefined {
  const note = own ?? shown.thing.notes.find((each) => subject.test(each[contentLanguage(shown.language)]))
  return note && noteText(note, shown)
}

function unknown({ thing, content, language, t }: Omit<Applicable, 'thing'> & { thing?: Applicable['thing'] }): string {
  const point = (thing && answersFor({ thing, content })) ?? content.contact.get(FRONT_DOOR)
  return t('follow-up.unknown', point ? { who: point.name[contentLanguage(language)], phone: phonesOf(point, t) } : {})
}
