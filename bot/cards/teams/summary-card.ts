import type { Card } from '../../domain/conversations/message.js'
import type { SummaryFace } from '../../domain/desk/team-cards.js'
import type { Translate } from '../../i18n/translate.js'
import type { FillCard } from '../templates.js'

export type SummaryCard = { face: SummaryFace; desk: string; language: string; t: Translate }

/** Counts those who wait without a card of their own. */
export function summaryCard(fill: FillCard, { face, desk, language, t }: SummaryCard): Card {
  if (face.is === 'none') {
    const title = t('teams.summary.none')
    return fill('team-summary', language, { speak: title, title })
  }
  const title = face.count === 1 ? t('teams.summary.one') : t('teams.summary.many', { count: face.count })
  const note = longestText(face.longestMinutes, t)
  return fill('team-summary', language, {
    speak: `${title}. ${note}`,
    title,
    note,
    ...(face.urgent > 0 ? { urgent: urgentText(face.urgent, t) } : {}),
    desk: { title: t('teams.chat.open-desk'), url: desk },
  })
}

const urgentText = (count: number, t: Translate): string =>
  count === 1 ? t('teams.summary.urgent-one') : t('teams.summary.urgent', { count })

function longestText(minutes: number, t: Translate): string {
  if (minutes === 0) return t('teams.summary.longest-now')
  return minutes === 1 ? t('teams.summary.longest-one') : t('teams.summary.longest', { minutes })
}
