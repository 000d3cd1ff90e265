import { SWITCHBOARD } from '../../domain/content/content.js'
import { shownPhones } from '../../domain/services/contact-point.js'
import { dateText } from '../plan-dates.js'
import { planView, type KnownPlan } from './plan-view.js'
import { thingWords, type Teller, type ThingWords } from './thing-words.js'

/** One thing that is sent, in the caller's language. */
export type LetterPart = {
  title: string
  lines: readonly string[]
  facts: readonly { title: string; value: string }[]
  /** `isInOrder`: one thing comes after the other. */
  lists: readonly { title: string; items: readonly string[]; isInOrder?: true }[]
  link?: { title: string; url: string }
  /** To be written down: shown large. */
  code?: { title: string; shown: string; how: string }
}

/** What a caller is sent, before it is a mail or a sheet of paper. */
export type Letter = {
  language: string
  title: string
  greeting: string
  parts: readonly LetterPart[]
  end: string
}

/** What was chosen of a call, looked up. */
export type Chosen =
  { kind: 'thing'; id: string } | { kind: 'answer'; title: string; lines: readonly string[] } | { kind: 'plan'; plan: KnownPlan }

export type LetterNeeds = Teller & {
  /** ISO date of the call. */
  today: string
  planDays: number
  /** Where people reach our pages; undefined: no address of a plan is written, since it would lead nowhere. */
  publicOrigin?: string
}

export function letterOf(chosen: readonly Chosen[], needs: LetterNeeds): Letter {
  const { t, language, today, content } = needs
  const point = content.contact.get(SWITCHBOARD)
  const phone = point ? shownPhones(point)[0] : undefined
  return {
    language,
    title: t('phone.letter.title'),
    greeting: t('phone.letter.greeting', { date: dateText(today, language) }),
    parts: chosen.flatMap((one) => partOf(one, needs) ?? []),
    end: phone === undefined ? t('phone.letter.no-phone') : t('phone.letter.end', { phone }),
  }
}

function partOf(chosen: Chosen, needs: LetterNeeds): LetterPart | undefined {
  switch (chosen.kind) {
    case 'thing': {
      const words = thingWords(chosen.id, needs)
      return words && thingPart(words, needs)
    }
    case 'answer':
      return { title: chosen.title, lines: chosen.lines, facts: [], lists: [] }
    case 'plan':
      return planPart(chosen.plan, needs)
  }
}

const thingPart = ({ name, what, warning, facts, have, notes, link, ways }: ThingWords, { t }: LetterNeeds): LetterPart => ({
  title: name,
  lines: [what, ...notes, ...(warning ? [warning] : [])],
  facts,
  lists: [
    ...(have.length > 0 ? [{ title: t('service.have'), items: have }] : []),
    ...(ways.length > 0 ? [{ title: t('service.ways'), items: ways }] : []),
  ],
  ...(link ? { link } : {}),
})

function planPart(known: KnownPlan, needs: LetterNeeds): LetterPart {
  const { t, planDays, publicOrigin } = needs
  const { plan } = planView(known, needs)
  const sure = plan.steps.filter(({ isSure }) => isSure)
  const steps = sure.map(({ name, status, time, fees, first }) =>
    [t('phone.plan.step', { name, status, time }), ...fees, ...first].join(' '),
  )
  const open = plan.steps.filter(({ isSure }) => !isSure).map(({ name }) => name)
  return {
    title: plan.title,
    lines: [...plan.lines, plan.fees],
    facts: [],
    lists: [
      ...(steps.length > 0 ? [{ title: t('phone.plan.order'), items: steps, isInOrder: true as const }] : []),
      ...(open.length > 0 ? [{ title: t('phone.plan.open'), items: open }] : []),
    ],
    ...(publicOrigin === undefined ? {} : { link: { title: t('phone.plan.page'), url: `${publicOrigin}${plan.page}` } }),
    code: { title: t('phone.plan.code'), shown: plan.code, how: t('phone.plan.code-how', { days: planDays }) },
  }
}
