import type { Card } from '../domain/conversations/message.js'
import { contentLanguage } from '../domain/language.js'
import type { Permit } from '../domain/permits/permit.js'
import { answersFor, listOf, phonesOf } from './applicable-parts.js'
import { pilotButton } from './pilot-button.js'
import type { FillCard } from './templates.js'
import type { PlanTeller } from './plan-teller.js'

export type PilotFormCard = PlanTeller & { permit: Permit; run: string }

type Part = { title: string; text: string }

/** Help with a form: what it asks, what to enclose, what is usually wrong, and where to ask. */
export function pilotFormCard(fill: FillCard, shown: PilotFormCard): Card {
  const { permit, language, t, run } = shown
  const name = permit.name[contentLanguage(language)]
  return fill('pilot-form', language, {
    speak: t('pilot.form.speak', { name }),
    title: t('pilot.form.title', { name }),
    ...(permit.rule.form?.weak ? { warning: t('pilot.form.weak') } : {}),
    parts: partsOf(shown),
    links:
      permit.link.kind === 'none' ? [] : [{ id: 'open', title: t(`service.link.${permit.link.kind}`), url: permit.link.url }],
    buttons: [pilotButton(run, 'plan', t('pilot.plan.again'))],
  })
}

function partsOf(shown: PilotFormCard): Part[] {
  const { permit, language, t } = shown
  const words = contentLanguage(language)
  const asks = permit.rule.form?.asks ?? []
  const wrong = permit.rule.form?.wrong ?? []
  const papers = permit.have[words]
  return [
    {
      title: t('pilot.form.asks'),
      text: asks.length > 0 ? listOf(asks.map((ask) => ask[words])) : t('pilot.form.asks-unknown'),
    },
    ...(papers.length > 0 ? [{ title: t('pilot.form.papers'), text: listOf(papers) }] : []),
    ...(wrong.length > 0 ? [{ title: t('pilot.form.wrong'), text: listOf(wrong.map((each) => each[words])) }] : []),
    { title: t('pilot.form.ask'), text: whereToAsk(shown) },
  ]
}

function whereToAsk({ permit, content, language, t }: PilotFormCard): string {
  const words = contentLanguage(language)
  const point = answersFor({ thing: permit, content })
  return point
    ? t('pilot.form.ask-who', { who: point.name[words], phone: phonesOf(point, t) })
    : t('pilot.form.ask-other', { who: permit.responsible.name[words] })
}
