import { attribute, escapeHtml } from '../../cards/escape.js'
import { planPaths, withChoices } from '../../cards/plan-paths.js'
import { pictureToSvg } from '../../cards/timeline-svg.js'
import type { Config } from '../../config/config.js'
import { directionOf } from '../../i18n/direction.js'
import type { Translate } from '../../i18n/translate.js'
import { itemHtml, linesHtml, listHtml } from './item-html.js'
import { STYLE_PATH } from './style.js'
import type { ToldPlan } from './told-plan.js'

type Around = { language: string; t: Translate }
export type PlanView = { told: ToldPlan; config: Pick<Config, 'languages'>; translate: (language: string) => Translate }

/** The plan as a page to read and to print. It has no script and needs none. */
export function planPageHtml(view: PlanView): string {
  const { paper, teller } = view.told
  const { t, language } = teller
  return documentHtml(
    { language, t },
    paper.title,
    `<a class="skip" href="#plan">${escapeHtml(t('plan.skip'))}</a>
${barHtml(t)}
<main id="plan">
<h1>${escapeHtml(paper.title)}</h1>
<p class="guidance">${escapeHtml(paper.guidance)}</p>
${linesHtml(paper.made)}
${languagesHtml(view)}
${contentsHtml(view)}
${savingHtml(view)}
${wholeHtml(view)}
${feesHtml(view)}
${groupsHtml(view)}
${whatIfHtml(view)}
${answersHtml(view)}
${restHtml(view)}
</main>
<footer><p>${escapeHtml(paper.guidance)}</p></footer>`,
  )
}

/** A page in the plans' looks; `inside` is HTML. */
export const documentHtml = ({ language }: Around, title: string, inside: string): string =>
  `<!doctype html>
<html${attribute('lang', language)} dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<link rel="stylesheet" href="${STYLE_PATH}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
</head>
<body>
${inside}
</body>
</html>
`

export const barHtml = (t: Translate): string =>
  `<header class="bar"><p><a href="/">${escapeHtml(t('plan.site'))}</a></p></header>`

const section = (id: string, title: string, inside: string, className?: string): string =>
  `<section${attribute('class', className)} aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(title)}</h2>
${inside}</section>`

const pathsOf = ({ told: { saved } }: PlanView) => planPaths(saved.id)
const chosen = ({ told: { choices, start } }: PlanView) => ({ lang: choices.language, start })

function languagesHtml(view: PlanView): string {
  const { config, translate, told } = view
  const { t, language } = told.teller
  const links = config.languages.map((own) => {
    const address = withChoices(pathsOf(view).page, { lang: own, start: told.choices.start })
    return `<li><a${attribute('href', address)} hreflang="${escapeHtml(own)}" lang="${escapeHtml(own)}"${attribute('aria-current', own === language ? 'true' : undefined)}>${escapeHtml(translate(own)('page.language-name'))}</a></li>`
  })
  return `<nav class="languages screen-only"${attribute('aria-label', t('plan.languages'))}><ul>${links.join('')}</ul></nav>`
}

/** Where everything is, with how much there is of it. */
function contentsHtml({ told: { paper, teller } }: PlanView): string {
  const { t } = teller
  const counted = (title: string, count: number): string => t('plan.count', { title, count })
  const places = [
    ['whole', paper.whole.title],
    ['fees', paper.fees.title],
    ...paper.groups.map(({ status, title, items }) => [`status-${status}`, counted(title, items.length)]),
    ...(paper.whatIf.list.length > 0 ? [['what-if', paper.whatIf.title]] : []),
    ['answers', paper.answers.title],
    ...paper.rest.map(({ status, title, items }) => [`status-${status}`, counted(title, items.length)]),
  ]
  const links = places.map(([id, title]) => `<li><a href="#${id!}">${escapeHtml(title!)}</a></li>`)
  return `<nav class="contents screen-only"${attribute('aria-label', t('plan.contents'))}><ul>${links.join('')}</ul></nav>`
}

function savingHtml(view: PlanView): string {
  const { t } = view.told.teller
  const paths = pathsOf(view)
  const kinds = [
    ['pdf', paths.pdf],
    ['ics', paths.ics],
    ...(view.told.paper.whole.picture
      ? [
          ['png', paths.png],
          ['svg', paths.svg],
        ]
      : []),
  ] as const
  const links = kinds.map(
    ([kind, path]) =>
      `<li><a class="button"${attribute('href', withChoices(path, chosen(view)))}>${escapeHtml(t(`plan.get-${kind}`))}</a></li>`,
  )
  return section(
    'get',
    t('plan.get'),
    `<ul class="buttons">${links.join('')}</ul><p>${escapeHtml(t('plan.get-print'))}</p>`,
    'screen-only',
  )
}

function answersHtml({ told: { paper } }: PlanView): string {
  const { title, list, none } = paper.answers
  const off = paper.offPath ? `<p>${escapeHtml(paper.offPath.what)}</p>${listHtml(paper.offPath.list)}` : ''
  return section('answers', title, `${list.length > 0 ? listHtml(list) : `<p>${escapeHtml(none)}</p>`}${off}`)
}

function wholeHtml(view: PlanView): string {
  const { title, lines, picture, table, notes } = view.told.paper.whole
  const drawn = picture
    ? `<div class="scrolls" role="group" tabindex="0"${attribute('aria-label', picture.title)}>${pictureToSvg(picture, view.told.teller.language)}</div>
${tableHtml(table)}`
    : ''
  return section('whole', title, `${startHtml(view)}${linesHtml(lines)}${drawn}${linesHtml(notes)}`)
}

/** The day to count from. It is sent by the form, so it works without a script. */
function startHtml(view: PlanView): string {
  const { choices, start, teller } = view.told
  const { t } = teller
  const wrong =
    choices.wrongStart === undefined ? '' : `<p id="start-wrong" class="trouble">${escapeHtml(t('plan.start-wrong'))}</p>`
  return `<form method="get"${attribute('action', pathsOf(view).page)} class="start screen-only"><input type="hidden" name="lang"${attribute('value', choices.language)}>
<label for="start">${escapeHtml(t('plan.start-label'))}</label><p id="start-hint">${escapeHtml(t('plan.start-hint'))}</p>${wrong}
<div><input id="start" name="start" type="date" required${attribute('value', start)} aria-describedby="start-hint${wrong ? ' start-wrong' : ''}"${attribute('aria-invalid', wrong ? 'true' : undefined)}>
<button type="submit" class="button">${escapeHtml(t('plan.start-send'))}</button></div></form>`
}

/** On a narrow screen the style sheet puts the cells of a row below each other. The roles say that it is a table all the same. */
function tableHtml({ caption, head, rows }: ToldPlan['paper']['whole']['table']): string {
  const cells = ([name, ...others]: readonly string[]): string =>
    `<tr role="row"><th scope="row" role="rowheader">${escapeHtml(name!)}</th>${others.map((cell, index) => `<td role="cell" data-head="${escapeHtml(head[index + 1]!)}">${escapeHtml(cell)}</td>`).join('')}</tr>`
  return `<table role="table"><caption>${escapeHtml(caption)}</caption>
<thead role="rowgroup"><tr role="row">${head.map((cell) => `<th scope="col" role="columnheader">${escapeHtml(cell)}</th>`).join('')}</tr></thead>
<tbody role="rowgroup">${rows.map(cells).join('\n')}</tbody></table>`
}

function feesHtml({ told: { paper } }: PlanView): string {
  const { title, sum, what, without } = paper.fees
  return section(
    'fees',
    title,
    `<p class="sum">${escapeHtml(sum)}</p>${without.length > 0 ? `<p>${escapeHtml(what)}</p>${listHtml(without)}` : ''}`,
  )
}

const groupsHtml = ({ told: { paper, teller } }: PlanView): string =>
  paper.groups
    .map(({ status, title, what, items }) =>
      section(
        `status-${status}`,
        title,
        `<p>${escapeHtml(what)}</p>${items.map((item) => itemHtml(item, teller.t)).join('\n')}`,
        `group ${status}`,
      ),
    )
    .join('\n')

function whatIfHtml({ told: { paper } }: PlanView): string {
  const { title, what, list } = paper.whatIf
  return list.length > 0 ? section('what-if', title, `<p>${escapeHtml(what)}</p>${listHtml(list)}`) : ''
}

const restHtml = ({ told: { paper, teller } }: PlanView): string =>
  paper.rest
    .map(({ status, title, what, items }) => {
      const rows = items.map(({ name, because }) => `<li><b>${escapeHtml(name)}.</b> ${escapeHtml(because)}</li>`)
      return section(
        `status-${status}`,
        title,
        `<p>${escapeHtml(what)}</p><details><summary>${escapeHtml(teller.t('plan.show-all', { count: items.length }))}</summary><ul class="rest">${rows.join('')}</ul></details>`,
      )
    })
    .join('\n')
