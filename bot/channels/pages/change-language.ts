import { redirect } from './answer.js'
import { setCookie } from './cookies.js'
import { readForm } from './form.js'
import { hereAgain } from './here-again.js'
import type { PagesNeeds } from './needs.js'
import { hand } from './say.js'
import { show } from './show.js'
import { isShared, LANGUAGE_COOKIE, type Visit } from './visit.js'

const isWithoutCookies = ({ asked }: Visit): boolean => asked.request.headers.cookie === undefined

const DAY = 24 * 60 * 60

/** POST /language: the page in another language; a conversation that is going on changes with it. */
export async function changeLanguage(needs: PagesNeeds, visit: Visit): Promise<void> {
  const sent = await readForm(visit.asked.request, needs)
  if (sent.kind !== 'form') return show(needs, visit, { problem: { name: 'foreign', status: 403 } })
  const language = needs.config.languages.find((known) => known === sent.fields.get('language'))
  if (language === undefined) return redirect(visit.asked, hereAgain(visit))
  const seconds = isShared(visit) ? undefined : needs.config.keep.conversationDays * DAY
  setCookie(visit.asked.response, LANGUAGE_COOKIE, language, visit, seconds)
  // Choosing a language is no beginning of a conversation: nothing has been said.
  if (!visit.conversation?.seq) return redirect(visit.asked, hereAgain(visit, isWithoutCookies(visit) ? { language } : {}))
  const said = { kind: 'press', press: { verb: 'language.choose', language }, trigger: 'manual' } as const
  return hand(needs, { ...visit, language }, { id: needs.newId(), said, line: needs.translate(language)('page.language-name') })
}
