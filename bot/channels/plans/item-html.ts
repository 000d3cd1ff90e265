import { attribute, escapeHtml, safeLink } from '../../cards/escape.js'
import type { ItemWords } from '../../cards/plan-words.js'
import type { Translate } from '../../i18n/translate.js'

export const listHtml = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`
export const linesHtml = (lines: readonly string[]): string => lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')

/** One thing to apply for, notify or see to. Its status stands in words, beside its name. */
export function itemHtml(item: ItemWords, t: Translate): string {
  const id = `item-${item.id}`
  return `<article class="item" id="${id}" aria-labelledby="${id}-name"><h3 id="${id}-name">${escapeHtml(item.name)}</h3>
<p class="status">${escapeHtml(item.statusText)}</p>
<p>${escapeHtml(item.summary)}</p>
<dl>
${factsOf(item, t)
  .filter(([, inside]) => inside !== '')
  .map(([key, inside]) => `<div><dt>${escapeHtml(t(`plan.item.${key}`))}</dt><dd>${inside}</dd></div>`)
  .join('\n')}
</dl>
${formHtml(item, t)}
${item.checked ? `<p class="checked">${escapeHtml(item.checked)}</p>` : ''}</article>`
}

/** Everything about it in reading order; what is empty is left out. */
const factsOf = (item: ItemWords, t: Translate): [key: string, inside: string][] => [
  ['because', becauseHtml(item, t)],
  [
    'find-out',
    severalHtml([...item.hangsOn.map((open) => t('plan.item.find-out-fact', open)), ...(item.findOut ? [item.findOut] : [])]),
  ],
  ['kind', escapeHtml(item.kind)],
  ['decides', escapeHtml(item.decides)],
  ['law', escapeHtml(item.law ?? '')],
  ['fee', severalHtml(item.fees)],
  ['time', severalHtml([item.time, ...(item.opening ? [item.opening] : [])].filter(Boolean))],
  ['first', severalHtml(item.first)],
  ['enclose', checklistHtml(item)],
  ['notes', severalHtml(item.notes)],
  ['link', linkHtml(item)],
  ['ask', escapeHtml(item.ask)],
]

function becauseHtml({ because, status }: ItemWords, t: Translate): string {
  if (because.length > 0) return severalHtml(because)
  return status === 'depends' ? '' : escapeHtml(t('plan.item.because-none'))
}

const severalHtml = (texts: readonly string[]): string => (texts.length > 1 ? listHtml(texts) : escapeHtml(texts.join('')))

/** Boxes to tick, on the screen and on paper; nothing is kept of them. */
function checklistHtml({ id, enclose }: ItemWords): string {
  if (enclose.length === 0) return ''
  const boxes = enclose.map(
    (paper, index) =>
      `<li><input type="checkbox" id="${id}-paper-${index}" autocomplete="off"><label for="${id}-paper-${index}">${escapeHtml(paper)}</label></li>`,
  )
  return `<ul class="checklist">${boxes.join('')}</ul>`
}

/** On paper the address itself is what one needs, so the style sheet writes it out from `data-address`. */
function linkHtml({ link, name }: ItemWords): string {
  const address = safeLink(link?.url)
  if (!link || address === undefined) return ''
  return `<a${attribute('href', address)}${attribute('data-address', address)} rel="noopener noreferrer">${escapeHtml(link.title)}<span class="hidden-visually">: ${escapeHtml(name)}</span></a>`
}

function formHtml({ form }: ItemWords, t: Translate): string {
  if (!form) return ''
  const part = (key: 'asks' | 'wrong'): string =>
    form[key].length > 0 ? `<h5>${escapeHtml(t(`plan.item.${key}`))}</h5>${listHtml(form[key])}` : ''
  return `<div class="form-help"><h4>${escapeHtml(t('plan.item.form'))}</h4>${form.weak ? `<p>${escapeHtml(form.weak)}</p>` : ''}${part('asks')}${part('wrong')}</div>`
}
