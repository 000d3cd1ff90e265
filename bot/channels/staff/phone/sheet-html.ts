import { attribute, escapeHtml } from '../../../cards/escape.js'
import type { Letter } from '../../../cards/phone/letter.js'
import { letterHtml } from '../../../cards/phone/letter-html.js'
import { directionOf } from '../../../i18n/direction.js'
import type { Translate } from '../../../i18n/translate.js'
import { SHEET_STYLE } from './sheet-style.js'

/** `to` is the name and address, a line each. The words around the sheet are the agent's (`agent`, in the language `page`), those on it the caller's. */
export type Sheet = {
  letter: Letter
  to: readonly string[]
  nonce: string
  caller: Translate
  agent: Translate
  page: string
}

/** A letter as sheets of A4, whose address is seen through the window of an envelope. What is not for the caller is not printed. */
export function sheetHtml({ letter, to, nonce, caller, agent, page }: Sheet): string {
  const address = to.length > 0 ? to : [agent('phone.letter.no-address')]
  const addressClass = to.length > 0 ? 'to' : 'to screen-only'
  return documentHtml(
    letter.language,
    letter.title,
    `<style${attribute('nonce', nonce)}>${SHEET_STYLE}</style>`,
    `<aside class="bar"${attribute('lang', page)}${attribute('aria-label', agent('phone.letter.print'))}><p>${escapeHtml(agent('phone.letter.print-how'))}</p>
<button type="button" id="print">${escapeHtml(agent('phone.letter.print'))}</button></aside>
<main>
<p class="from">${escapeHtml(caller('phone.letter.sender'))}</p>
<address class="${addressClass}"${attribute('aria-label', caller('phone.letter.to'))}>${address.map(escapeHtml).join('<br>')}</address>
${letterHtml(letter, true)}
<p>${escapeHtml(caller('phone.letter.not-kept'))}</p>
</main>
<script${attribute('nonce', nonce)}>document.getElementById('print').addEventListener('click', () => print())</script>`,
  )
}

/** What is shown in place of a letter that cannot be. */
export const goneHtml = (language: string, t: Translate): string =>
  documentHtml(
    language,
    t('phone.letter.title'),
    '',
    `<main><h1>${escapeHtml(t('phone.letter.title'))}</h1><p>${escapeHtml(t('phone.letter.gone'))}</p></main>`,
  )

const documentHtml = (language: string, title: string, head: string, inside: string): string => `<!doctype html>
<html${attribute('lang', language)} dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
${head}
</head>
<body>
${inside}
</body>
</html>
`
