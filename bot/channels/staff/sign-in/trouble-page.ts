import { attribute, escapeHtml } from '../../../cards/escape.js'
import { directionOf } from '../../../i18n/direction.js'
import type { HttpAnswer } from '../../http-answer.js'
import type { Asked, Routing } from './needs.js'
import { headersOf, languageOf, sentenceOf, statusOf, type Problem } from './problems.js'
import { SIGN_IN } from './ways.js'

const POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

/** What stopped somebody between the sign-in and the desk, on a page without scripts or style, since they are at no page of ours yet. */
export function troublePage(routing: Routing, { request }: Asked, problem: Problem): HttpAnswer {
  const language = languageOf(request, routing)
  const t = routing.translate(language)
  // Where there is no such way, trying again leads nowhere.
  const again = problem.problem === 'WayClosed' ? '' : `\n<p><a href="${SIGN_IN}">${escapeHtml(t('staff-sign-in.again'))}</a></p>`
  const html = `<!doctype html>
<html${attribute('lang', language)} dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(t('staff-sign-in.trouble-title'))}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
</head>
<body><main><h1>${escapeHtml(t('staff-sign-in.trouble-title'))}</h1>
<p>${escapeHtml(sentenceOf(problem, t))}</p>${again}</main></body>
</html>
`
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'referrer-policy': 'no-referrer',
    ...headersOf(problem),
  }
  return { status: statusOf(problem), body: Buffer.from(html), headers }
}
