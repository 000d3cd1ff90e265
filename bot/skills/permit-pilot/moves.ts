import { z } from 'zod'
import { pilotFormCard } from '../../cards/pilot-form-card.js'
import { shownCode, spokenCode } from '../../domain/permits/plan-code.js'
import type { Pilot } from '../../domain/conversations/state.js'
import { contentLanguage } from '../../domain/language.js'
import { isOnPath } from '../../domain/permits/facts-of.js'
import { plan } from '../../domain/permits/plan.js'
import { answer, takeIn } from './answer.js'
import { dayToBegin } from './day-to-begin.js'
import { askForType, goOn, putQuestion, showAgain } from './go-on.js'
import { parseAnswers } from './parse-answers.js'
import { freshPilot, tellerOf, todayOf, undertakingOf, type Going } from './pilot-turn.js'
import { keepPlan, showItems, showPlan } from './show-plan.js'
import { answersCard } from './start.js'

type Move = (going: Going, pilot: Pilot, press: Record<string, unknown>) => void

const Id = z.string().max(100)

/** What the buttons of the pilot's cards do, by the verb that they send. */
export const MOVES: Readonly<Record<string, Move>> = {
  'pilot.answer': answer,
  'pilot.back': back,
  'pilot.answers': (going, pilot) => showAnswers(going, pilot),
  'pilot.change': change,
  'pilot.type': (going, pilot) => askForType(going, pilot, { lines: [going.turn.t('pilot.type.change')] }),
  'pilot.choose': choose,
  'pilot.continue': (going, pilot) => showAgain(going, pilot),
  'pilot.plan': (going, pilot) => showPlan(going, pilot),
  'pilot.thorough': (going, pilot) => goOn(going, { ...pilot, isThorough: true }, { lines: [going.turn.t('pilot.again-more')] }),
  'pilot.items': (going, pilot, { part }) => showItems(going, pilot, z.number().int().min(0).catch(0).parse(part)),
  'pilot.date': chooseDay,
  'pilot.try': tryWithout,
  'pilot.form': showForm,
  'pilot.person': showPerson,
  'pilot.save': save,
  'pilot.restart': (going) => askForType(going, freshPilot(going.turn), { lines: [going.turn.t('pilot.restarted')] }),
}

/** To the card before; what was answered there stands in it. */
function back(going: Going, pilot: Pilot): void {
  const { rules } = going.needs
  const isOpen = (fact: string): boolean => isOnPath(rules, undertakingOf(pilot), fact) !== 'no'
  const last = pilot.asked.findLastIndex(({ facts }) => facts.some(isOpen))
  const before = pilot.asked[last]
  if (!before) return showAgain(going, pilot, { lines: [going.turn.t('pilot.first')] })
  const asking = { card: before.card, facts: before.facts.filter(isOpen) }
  putQuestion(going, { ...pilot, asked: pilot.asked.slice(0, last), asking }, { lines: [going.turn.t('pilot.again')] })
}

function showAnswers(going: Going, pilot: Pilot, lines: readonly string[] = []): void {
  const { turn } = going
  const card = answersCard(going, pilot, turn.t('pilot.answers.title'), true)
  const text = lines.length > 0 ? lines.join('\n\n') : turn.t('pilot.answers.here')
  turn.reply({ outcome: 'permit-question', text, speak: `${text} ${card.speak ?? ''}`, cards: [card] })
}

/** Puts one question again, whose answer was given, understood or taken for granted. */
function change(going: Going, pilot: Pilot, press: Record<string, unknown>): void {
  const {
    needs: { rules },
    turn: { t, language },
  } = going
  const id = Id.catch('').parse(press['fact'])
  if (id === '') return showAnswers(going, pilot, [t('pilot.answers.choose')])
  const fact = rules.facts.get(id)
  const card = fact && rules.cardOf.get(fact.id)
  if (!fact || card === undefined) return showAgain(going, pilot, { lines: [t('pilot.problem.fact')] })
  if (isOnPath(rules, undertakingOf(pilot), fact.id) === 'no')
    return showAgain(going, pilot, { lines: [t('pilot.problem.off-path', { list: fact.ask[contentLanguage(language)] })] })
  const given = rules.types.get(pilot.type ?? '')?.given[fact.id]
  const answers = { ...(given === undefined ? {} : { [fact.id]: given }), ...pilot.answers }
  putQuestion(going, { ...pilot, answers, asking: { card, facts: [fact.id], isChange: true } }, { lines: [t('pilot.again')] })
}

/** The kind of business, from the list: what was answered stays. */
function choose(going: Going, pilot: Pilot, press: Record<string, unknown>): void {
  const {
    needs: { rules },
    turn: { t },
  } = going
  const chosen = Id.safeParse(press['type']).data
  if (chosen === undefined) return askForType(going, pilot, { lines: [t('pilot.type.empty')] })
  if (chosen !== '' && !rules.types.has(chosen)) return askForType(going, pilot, { lines: [t('pilot.type.unknown')] })
  const { type: _before, ...rest } = pilot
  const next: Pilot = chosen === '' ? rest : { ...rest, type: chosen }
  goOn(going, next, { lines: [t('pilot.hello')], cards: [answersCard(going, next, t('pilot.understood.title'))] }, pilot.answers)
}

function chooseDay(going: Going, pilot: Pilot, press: Record<string, unknown>): void {
  const start = dayToBegin(press['start'], todayOf(going.turn))
  if (start === undefined) return showPlan(going, pilot, { lines: [going.turn.t('pilot.problem.date')] })
  showPlan(going, { ...pilot, start })
}

/** A change that the plan itself proposed. */
function tryWithout(going: Going, pilot: Pilot, press: Record<string, unknown>): void {
  const { given } = parseAnswers(going.needs.rules, press)
  if (Object.keys(given).length === 0) return showAgain(going, pilot, { lines: [going.turn.t('pilot.problem.fact')] })
  takeIn(going, { ...pilot, asking: undefined }, given)
}

function showForm(going: Going, { run, plan: saved }: Pilot, press: Record<string, unknown>): void {
  const { needs, turn } = going
  const permit = needs.rules.permits.get(Id.catch('').parse(press['permit']))
  if (!permit) return turn.reply({ outcome: 'refused', text: turn.t('pilot.problem.permit') })
  const card = pilotFormCard(needs.fill, { ...tellerOf(going), permit, run })
  const text = turn.t('pilot.form.text', { name: permit.name[contentLanguage(turn.language)] })
  const results = [{ id: permit.id, kind: 'permit' as const, score: 1 }]
  turn.reply({
    outcome: 'answer',
    text,
    speak: `${text} ${card.speak ?? ''}`,
    cards: [card],
    results,
    suggestions: personButtons(going, run, saved),
  })
}

const personButtons = ({ turn: { t } }: Going, run: string, saved: Pilot['plan']) =>
  saved ? [{ title: t('pilot.plan.person-business'), press: { verb: 'pilot.person', run, who: 'foretagsservice' } }] : []

/** Those that plans are handed over to. */
const TARGETS = ['foretagsservice', 'evenemangslotsen'] as const
const Target = z.enum(TARGETS).catch('foretagsservice')

function showPerson(going: Going, pilot: Pilot, press: Record<string, unknown>): void {
  const { needs, turn } = going
  const { content, language, t } = turn
  const points = [content.contact.get(Target.parse(press['who']))].flatMap((point) => point ?? [])
  const code = pilot.plan && shownCode(pilot.plan.code)
  const text = code === undefined ? t('pilot.person.text-no-code') : t('pilot.person.text', { code })
  const card = needs.contactsCard({ title: t('contact.title'), points, ways: [], language, t })
  const suggestions = [{ title: t('pilot.plan.again'), press: { verb: 'pilot.plan', run: pilot.run } }]
  turn.reply({ outcome: 'contact', text, speak: `${text} ${card.speak ?? ''}`, cards: [card], suggestions })
}

/** Keeps what has been answered so far, and says how to come back. */
function save(going: Going, pilot: Pilot): void {
  const { needs, turn } = going
  const named = keepPlan(going, pilot, plan(needs.rules, undertakingOf(pilot), todayOf(turn)))
  const { code } = named.plan
  const days = needs.planDays
  turn.reply({
    outcome: 'permit-question',
    text: turn.t('pilot.saved', { code: shownCode(code), days }),
    speak: turn.t('pilot.saved', { code: spokenCode(code), days }),
    suggestions: [{ title: turn.t('pilot.go-on'), press: { verb: 'pilot.continue', run: pilot.run } }],
  })
}
