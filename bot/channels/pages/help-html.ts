import { attribute, escapeHtml } from '../../cards/escape.js'
import { blocksToHtml, inlineToHtml, linkToHtml } from '../../cards/markdown.js'
import { pageToHtml } from '../../cards/html/writing.js'
import { phoneLink } from '../../cards/phone.js'
import { FRONT_DOOR } from '../../domain/content/content.js'
import { contentLanguage, type InEveryLanguage } from '../../domain/language.js'
import { shownPhones, type OtherWay } from '../../domain/services/contact-point.js'
import { directionOf } from '../../i18n/direction.js'
import { hereAgain } from './here-again.js'
import type { PageView } from './page-html.js'
import { messageWords } from './words.js'

type View = Pick<PageView, 't' | 'language' | 'content' | 'framed' | 'config' | 'conversation' | 'messages' | 'formId'>

/** The contact centre's number in large type, and the number for those in danger. */
export function callHtml(view: View): string {
  const { t, content } = view
  const point = content.contact.get(FRONT_DOOR)
  const phone = point && shownPhones(point)[0]
  const unsure = point && point.phone_sure !== 'city-page' ? ` <small>${escapeHtml(t('page.unsure'))}</small>` : ''
  const call =
    point && phone
      ? `<p>${contentText(view, point.name)} <b class="phone">${inlineToHtml(phoneLink(phone))}</b>${unsure}</p>`
      : ''
  return `<section class="call" aria-labelledby="call"><h2 id="call">${escapeHtml(t('page.call'))}</h2>${call}${dangerHtml(view)}</section>`
}

function dangerHtml({ t, content }: View): string {
  const point = content.contact.get('emergency')
  const phone = point && shownPhones(point)[0]
  return phone ? `<p class="danger">${escapeHtml(t('page.danger'))} ${inlineToHtml(phoneLink(phone))}</p>` : ''
}

/** Everything else is one press away, and out of sight until then. */
export function helpHtml(view: View): string {
  const { t, messages } = view
  const own = (verb: string, key: string) =>
    `<button type="submit" class="button" name="verb" value="${verb}">${escapeHtml(t(key))}</button>`
  // A script shows new answers by itself.
  const showNew =
    messages.length > 0
      ? `<noscript><p><a href="${hereAgain(view)}" class="button">${escapeHtml(t('page.show-new'))}</a></p></noscript>`
      : ''
  return `<section class="help" aria-labelledby="more"><h2 id="more" class="hidden-visually">${escapeHtml(t('page.more'))}</h2>
${showNew}<form method="post" action="/press" class="actions">${pageToHtml(view.formId)}${own('person', 'page.person')}<span class="going">${own('restart', 'page.restart')}</span></form>
${folded(t('page.situations'), situationsHtml(view))}
${folded(t('page.ways'), waysHtml(view))}
${folded(t('page.about'), aboutHtml(view))}
${folded(t('page.shared'), sharedHtml(view))}
</section>`
}

const folded = (title: string, inside: string): string =>
  `<details><summary>${escapeHtml(title)}</summary><div>${inside}</div></details>`

function situationsHtml(view: View): string {
  const situations = [...view.content.lifeSituations.values()].sort((one, other) => one.order - other.order)
  const buttons = situations.map(
    ({ id, name }) =>
      `<li><button type="submit" class="button"${attribute('value', id)} name="id"${languageOf(view)}>${escapeHtml(inWords(view, name))}</button></li>`,
  )
  return `<p>${escapeHtml(view.t('page.situations-what'))}</p>
<form method="post" action="/press">${pageToHtml(view.formId)}<input type="hidden" name="verb" value="life-situation"><ul class="choices">${buttons.join('')}</ul></form>`
}

// The general one says what holds for everybody, so it stands first.
const GENERAL = 'general-fallback'
const byRank = (one: OtherWay, other: OtherWay): number => Number(other.id === GENERAL) - Number(one.id === GENERAL)

function waysHtml(view: View): string {
  const words = messageWords(view.t, view.language, view.framed)
  const ways = [...view.content.ways.values()].sort(byRank).map(({ name, what, phones, web }) => {
    const read = web
      ? ` ${linkToHtml(web, `${escapeHtml(view.t('page.way-web'))}<span class="hidden-visually">: ${contentText(view, name)}</span>`, words)}`
      : ''
    const calls = phones.map((phone) => ` ${inlineToHtml(phoneLink(phone))}`).join('')
    return `<li><h3>${contentText(view, name)}</h3><p>${contentText(view, what)}${calls}${read}</p></li>`
  })
  return `<ul class="ways">${ways.join('')}</ul>`
}

const aboutHtml = ({ t, config }: View): string =>
  blocksToHtml(t('about.text')) + blocksToHtml(t('page.kept', { days: config.keep.conversationDays }))

function sharedHtml({ t, config, conversation }: View): string {
  const isOn = conversation?.keeping === 'shared-computer'
  const button = (on: 'yes' | 'no', isPressed: boolean) =>
    `<button type="submit" class="button" name="on" value="${on}"${attribute('aria-pressed', String(isPressed))}>${escapeHtml(t(`page.shared-${on}`))}</button>`
  return `<p>${escapeHtml(t('page.shared-what', { minutes: config.keep.sharedComputerMinutes }))}</p>
<form method="post" action="/shared" class="actions">${button('yes', isOn)}${button('no', conversation !== undefined && !isOn)}</form>`
}

const inWords = ({ language }: View, words: InEveryLanguage): string => words[contentLanguage(language)]

/** Content is written in fewer languages than the page may be shown in; then it says which it is. */
const contentText = (view: View, words: InEveryLanguage): string => {
  const attributes = languageOf(view)
  return attributes ? `<span${attributes}>${escapeHtml(inWords(view, words))}</span>` : escapeHtml(inWords(view, words))
}

const languageOf = ({ language }: View): string => {
  const written = contentLanguage(language)
  return language.split('-')[0] === written ? '' : attribute('lang', written) + attribute('dir', directionOf(written))
}
