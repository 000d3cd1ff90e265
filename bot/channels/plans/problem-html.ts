import { attribute, escapeHtml } from '../../cards/escape.js'
import type { Content } from '../../domain/content/content.js'
import type { Translate } from '../../i18n/translate.js'
import { frontDoorPhone } from '../pages/words.js'
import { barHtml, documentHtml } from './page-html.js'

type Said = { language: string; t: Translate; content: Content }

/** What is shown instead of a plan: what may have happened, and what to do. */
export function missingHtml({ language, t, content }: Said): string {
  const lines = [t('plan.missing'), t('plan.missing-code')]
  const phone = frontDoorPhone(content)
  return page({ language, t }, 'plan.missing-title', [...lines, ...(phone ? [t('plan.missing-call', { phone })] : [])])
}

export const unreachableHtml = ({ language, t, content }: Said): string =>
  page({ language, t }, 'plan.unreachable-title', [t('plan.unreachable', { phone: frontDoorPhone(content) })])

export const busyHtml = ({ language, t }: Said, seconds: number): string =>
  page({ language, t }, 'plan.busy-title', [t('plan.busy', { seconds })])

function page({ language, t }: Pick<Said, 'language' | 't'>, title: string, lines: readonly string[]): string {
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')
  return documentHtml(
    { language, t },
    t(title),
    `${barHtml(t)}
<main id="plan"><h1>${escapeHtml(t(title))}</h1>
${paragraphs}
<p><a class="button"${attribute('href', '/')}>${escapeHtml(t('plan.missing-chat'))}</a></p></main>`,
  )
}
