import { directionOf } from '../../i18n/direction.js'
import { attribute, escapeHtml, safeLink } from '../escape.js'
import type { Letter, LetterPart } from './letter.js'

/** A letter as HTML inside a body, for a mail and for paper. On paper an address is written out, since nobody can press it there. */
export const letterHtml = ({ title, greeting, parts, end }: Letter, isPaper: boolean): string =>
  `<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(greeting)}</p>
${parts.map((part) => partHtml(part, isPaper)).join('\n')}
<p>${escapeHtml(end)}</p>`

/** The whole of a mail. `last` stands below it. Mail programs show no style of a page, so it has none. */
export const mailHtml = (letter: Letter, last: string): string =>
  `<!doctype html>
<html${attribute('lang', letter.language)} dir="${directionOf(letter.language)}">
<head><meta charset="utf-8"><title>${escapeHtml(letter.title)}</title></head>
<body>
${letterHtml(letter, false)}
<p>${escapeHtml(last)}</p>
</body>
</html>
`

function partHtml({ title, lines, facts, lists, link, code }: LetterPart, isPaper: boolean): string {
  const rows = facts.map((fact) => `<dt>${escapeHtml(fact.title)}</dt><dd>${escapeHtml(fact.value)}</dd>`)
  return [
    `<section><h2>${escapeHtml(title)}</h2>`,
    ...lines.map((line) => `<p>${escapeHtml(line)}</p>`),
    ...(code
      ? [
          `<p>${escapeHtml(code.title)}: <strong class="code">${escapeHtml(code.shown)}</strong></p><p>${escapeHtml(code.how)}</p>`,
        ]
      : []),
    ...(link ? [`<p>${linkHtml(link, isPaper)}</p>`] : []),
    ...(rows.length > 0 ? [`<dl>${rows.join('')}</dl>`] : []),
    ...lists.map(({ title: name, items, isInOrder }) => {
      const tag = isInOrder ? 'ol' : 'ul'
      return `<h3>${escapeHtml(name)}</h3><${tag}>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</${tag}>`
    }),
    '</section>',
  ].join('\n')
}

function linkHtml({ title, url }: { title: string; url: string }, isPaper: boolean): string {
  if (isPaper) return `${escapeHtml(title)}: <span class="address">${escapeHtml(url)}</span>`
  return safeLink(url) ? `<a${attribute('href', url)}>${escapeHtml(title)}</a>` : escapeHtml(`${title}: ${url}`)
}
