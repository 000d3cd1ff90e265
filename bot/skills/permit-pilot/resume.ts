import { listOf } from '../../cards/applicable-parts.js'
import { permitName, statusText } from '../../cards/plan-words.js'
import type { Pilot } from '../../domain/conversations/state.js'
import type { FactValue } from '../../domain/permits/facts.js'
import { planChanges } from '../../domain/permits/plan-changes.js'
import { plan } from '../../domain/permits/plan.js'
import { shownCode } from '../../domain/permits/plan-code.js'
import type { SavedPlan } from '../../domain/permits/saved-plan.js'
import type { BroughtPlan } from '../../turn/brought-plan.js'
import { goOn } from './go-on.js'
import { valueIn } from './parse-answers.js'
import { sentAs } from '../../cards/pilot-words.js'
import { freshPilot, tellerOf, todayOf, undertakingOf, type Going } from './pilot-turn.js'
import { showPlan } from './show-plan.js'
import { answersCard } from './start.js'

/** Goes on with the plan behind a code, made anew by the rules of today; or says calmly that there is none. */
export function resume(going: Going, brought: BroughtPlan): void {
  const { turn } = going
  if (brought.kind !== 'found') {
    const key = brought.kind === 'too-many' ? 'pilot.resume.too-many' : 'pilot.resume.not-found'
    const suggestions = [
      { title: turn.t('pilot.start'), press: { verb: 'pilot.start' } },
      { title: turn.t('menu.person'), press: { verb: 'person' } },
    ]
    return turn.reply({ outcome: 'refused', text: turn.t(key), suggestions })
  }
  const { code, saved } = brought
  const pilot: Pilot = { ...broughtBack(going, saved), plan: { id: saved.id, code } }
  const lines = [turn.t('pilot.resume.welcome', { code: shownCode(code) }), ...sinceThen(going, saved, pilot)]
  const cards = [answersCard(going, pilot, turn.t('pilot.answers.title'))]
  if (saved.isShort) return goOn(going, pilot, { lines, cards })
  showPlan(going, pilot, { lines, cards })
}

/** The answers that today's rules still understand. */
function broughtBack({ needs: { rules }, turn }: Going, { plan: { undertaking }, start, isShort }: SavedPlan): Pilot {
  const answers = Object.fromEntries(
    Object.entries(undertaking.answers).flatMap(([id, value]): [string, FactValue][] => {
      const fact = rules.facts.get(id)
      const now = fact && valueIn(fact, sentAs(value))
      return now === undefined ? [] : [[id, now]]
    }),
  )
  const type = undertaking.type !== undefined && rules.types.has(undertaking.type) ? undertaking.type : undefined
  const today = todayOf(turn)
  return {
    ...freshPilot(turn, type, answers),
    at: isShort ? 'question' : 'plan',
    // A day that has gone by says nothing any more.
    ...(start !== undefined && start >= today ? { start } : {}),
  }
}

/** What is different from when the plan was kept, item by item. */
function sinceThen(going: Going, saved: SavedPlan, pilot: Pilot): string[] {
  const {
    needs: { rules },
    turn,
  } = going
  const { undertaking } = saved.plan
  const now = plan(rules, undertakingOf(pilot), todayOf(turn))
  const changes = planChanges(saved.plan, now).map((change) => changeText(going, saved, change))
  return [
    ...(undertaking.type !== undefined && pilot.type === undefined ? [turn.t('pilot.type.gone')] : []),
    ...(Object.keys(undertaking.answers).length > Object.keys(pilot.answers).length ? [turn.t('pilot.resume.dropped')] : []),
    ...(changes.length > 0 ? [`${turn.t('pilot.resume.changed')}\n${listOf(changes)}`] : []),
    ...(changes.length === 0 && saved.plan.rules !== rules.version ? [turn.t('pilot.resume.rules-changed')] : []),
  ]
}

function changeText(going: Going, { names }: SavedPlan, { permit, before, now }: ReturnType<typeof planChanges>[number]): string {
  const { t } = going.turn
  const name = permitName(permit, { ...tellerOf(going), names })
  const small = (status: NonNullable<typeof now>): string => statusText(status, t).toLocaleLowerCase()
  if (now === undefined) return t('pilot.resume.removed', { name })
  return before === undefined
    ? t('pilot.resume.new', { name, now: small(now) })
    : t('pilot.resume.item', { name, before: small(before), now: small(now) })
}
