import { attribute, escapeHtml } from '../../cards/escape.js'
import { inlineToHtml } from '../../cards/markdown.js'
import { phoneLink } from '../../cards/phone.js'
import type { Asked, Looked, Shown } from '../../desk/secure/secure-form.js'
import { contentLanguage } from '../../domain/language.js'
import { shownPhones, type ContactPoint } from '../../domain/services/contact-point.js'
import type { Translate } from '../../i18n/translate.js'
import { hereAgain } from './here-again.js'
import { documentHtml, type PageView } from './page-html.js'

export type SecureView = Pick<PageView, 'language' | 'framed' | 'clientAssets' | 't'> & {
  /** The form's own address. */
  path: string
  /** What is in the box: what was typed and was not right. */
  typed: string
}
type Problem = 'wrong' | 'busy' | 'unreachable' | 'foreign-form'

/** The form, or why there is none. It has no script and needs none. */
export function securePageHtml(view: SecureView, looked: Shown): string {
  if (looked.is === 'open') return formPage(view, looked)
  if (looked.is === 'wrong') return formPage(view, { ...looked, is: 'open' }, view.t(`secure.wrong-${looked.why}`))
  const { t } = view
  const reach = looked.is === 'protected' ? reachHtml(view, looked.reach) : ''
  return page(view, t('secure.none-title'), `<p>${escapeHtml(t(`secure.${looked.is}`))}</p>${reach}${backHtml(view)}`)
}

/** Something is in the way of the form; what was typed is given back by going back in the browser, and nowhere else. */
export const secureTroubleHtml = (view: SecureView, problem: Exclude<Problem, 'wrong'>, seconds = 0): string =>
  page(view, view.t('secure.none-title'), `<p>${escapeHtml(view.t(`secure.${problem}`, { seconds }))}</p>${backHtml(view)}`)

const page = (view: SecureView, title: string, inside: string): string =>
  documentHtml(
    view,
    title,
    '<meta name="robots" content="noindex, nofollow">',
    `<body data-state="form"${attribute('data-framed', view.framed)}>
<header class="bar"><p class="brand"><img src="/favicon.svg" alt="" width="40" height="40">${escapeHtml(view.t('page.name'))} <span>${escapeHtml(view.t('page.city'))}</span></p><form id="leave" method="post" action="/leave"><button type="submit" class="leave">${escapeHtml(view.t('page.leave'))}</button></form></header>
<main class="secure"><h1>${escapeHtml(title)}</h1>
${inside}</main></body>`,
  )

function formPage(view: SecureView, { asked, reach }: Extract<Looked, { is: 'open' }>, wrong?: string): string {
  const { t, path, typed } = view
  const title = t('secure.title')
  const trouble = wrong === undefined ? '' : `<p id="status" role="alert" data-kind="trouble">${escapeHtml(wrong)}</p>`
  return page(
    view,
    wrong === undefined ? title : t('secure.title-trouble'),
    `${whatHtml(t, asked)}
<form method="post"${attribute('action', path)}>
<div class="field"><label for="number">${escapeHtml(t('secure.label'))}</label><p id="hint">${escapeHtml(t('secure.hint'))}</p>${trouble}
<input type="text" id="number" name="number" inputmode="numeric" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="30" required${attribute('value', typed || undefined)} aria-describedby="hint${wrong === undefined ? '' : ' status'}"${attribute('aria-invalid', wrong === undefined ? undefined : 'true')}${wrong === undefined ? '' : ' autofocus'}></div>
<p class="actions"><button type="submit" class="button positive">${escapeHtml(t('secure.send'))}</button>
<button type="submit" class="button" name="no" value="1" formnovalidate>${escapeHtml(t('secure.decline'))}</button></p>
</form>
<section aria-labelledby="protected"><h2 id="protected">${escapeHtml(t('secure.protected-title'))}</h2>
<p>${escapeHtml(t('secure.protected'))}</p>${reachHtml(view, reach)}</section>
${backHtml(view)}`,
  )
}

function whatHtml(t: Translate, asked: Asked): string {
  const { name, team, queue, minutes } = asked
  const who = name ? t('secure.who', { name, team }) : t('secure.who-team', { queue })
  const lines = [who, t('secure.why'), t('secure.what-happens', minutes), t('secure.law')]
  return lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')
}

function reachHtml({ t, language }: SecureView, reach: readonly ContactPoint[]): string {
  const ways = reach.flatMap((point) => {
    const name = point.name[contentLanguage(language)]
    return [
      ...shownPhones(point)
        .slice(0, 1)
        .map((phone) => t('secure.reach-phone', { name, phone: phoneLink(phone) })),
      ...(point.post ? [t('secure.reach-letter', { name, address: point.post })] : []),
    ]
  })
  const unique = [...new Set(ways)]
  return unique.length > 0 ? `<ul>${unique.map((way) => `<li>${inlineToHtml(way)}</li>`).join('')}</ul>` : ''
}

const backHtml = (view: SecureView): string =>
  `<p><a class="button"${attribute('href', hereAgain(view))}>${escapeHtml(view.t('secure.back'))}</a></p>`
