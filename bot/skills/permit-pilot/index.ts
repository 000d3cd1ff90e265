import { z } from 'zod'
import type { Pilot } from '../../domain/conversations/state.js'
import type { UndertakingFound } from '../../domain/permits/undertaking-found.js'
import type { BroughtPlan } from '../../turn/brought-plan.js'
import { pressed, skill, type AnySkill } from '../../turn/skill.js'
import { textOf } from '../../turn/text-of.js'
import { withoutMasked } from '../../understanding/personal-data.js'
import type { SkillNeeds } from '../needs.js'
import { beginningIn, type Beginning } from './beginning.js'
import { askForType, showAgain } from './go-on.js'
import { MOVES } from './moves.js'
import { freshPilot, inLanguage } from './pilot-turn.js'
import { resume } from './resume.js'
import { start } from './start.js'
import { doTyped, typedIn, type Typed } from './typed.js'

/** What the permit pilot does once it is open, in the order it is tried: codes, buttons, and what is typed while it asks. */
export const permitPilotUnderWay = (needs: SkillNeeds): readonly AnySkill[] => [
  resumePlan(needs),
  startByPress(needs),
  pressInPilot(needs),
  typeInPilot(needs),
]

/** Someone wrote the code of a plan. */
const resumePlan = (needs: SkillNeeds) =>
  skill<BroughtPlan>({
    name: 'resume-permit-plan',
    match: ({ brought }) => brought,
    answer: (turn, brought) => resume({ needs, turn }, brought),
  })

const Start = z.object({ type: z.string().max(100).optional() })

/** "Which permits do I need?", on the card of a kind of business or below a message. What was asked before it is not asked again. */
const startByPress = (needs: SkillNeeds) =>
  skill<UndertakingFound>({
    name: 'start-permit-pilot-by-press',
    match(turn) {
      const press = Start.safeParse(pressed(turn, 'pilot.start'))
      if (!press.success) return undefined
      const { type } = press.data
      const told = needs.undertakings(turn.state.question ?? '', turn.language).facts
      return type !== undefined && needs.rules.types.has(type) ? { type: { id: type, sure: true }, facts: told } : { facts: {} }
    },
    answer: (turn, found) => start({ needs, turn }, found),
  })

const Press = z.looseObject({ verb: z.string(), run: z.string().max(100).optional() })
type Pressed = { verb: string; press: Record<string, unknown>; run: string | undefined }

/** A button of one of the pilot's cards. Cards stay on screens: one of an earlier plan, or of none, changes nothing. */
const pressInPilot = (needs: SkillNeeds) =>
  skill<Pressed>({
    name: 'press-in-permit-pilot',
    match({ said }) {
      const press = Press.safeParse(said.kind === 'press' ? said.press : undefined).data
      return press && Object.hasOwn(MOVES, press.verb) ? { verb: press.verb, press, run: press.run } : undefined
    },
    answer(turn, { verb, press, run }) {
      const going = { needs, turn }
      if (!turn.state.pilot) return askForType(going, freshPilot(turn), { lines: [turn.t('pilot.problem.no-pilot')] })
      const pilot = inLanguage(turn, turn.state.pilot)
      // The way back below other answers belongs to whatever is open.
      if (run !== pilot.run && verb !== 'pilot.continue')
        return showAgain(going, pilot, { lines: [turn.t('pilot.problem.old-card')] })
      MOVES[verb]!(going, pilot, press)
    },
  })

/** What is typed while the pilot asks: an answer, a command, or what the undertaking is. */
const typeInPilot = (needs: SkillNeeds) =>
  skill<{ pilot: Pilot; typed: Typed }>({
    name: 'type-in-permit-pilot',
    match(turn) {
      const { pilot } = turn.state
      const typed = pilot && typedIn({ needs, turn }, pilot)
      return typed && { pilot, typed }
    },
    answer(turn, { pilot: before, typed }) {
      const going = { needs, turn }
      const pilot = inLanguage(turn, before)
      if (typed.kind !== 'type') return doTyped(going, pilot, typed)
      start(going, { ...typed.found, facts: { ...pilot.answers, ...typed.found.facts } })
    },
  })

/** Somebody tells what they are about to do, or asks for the pilot by name. */
export const startPermitPilot = (needs: SkillNeeds) =>
  skill<Beginning>({
    name: 'start-permit-pilot',
    match(turn) {
      const text = withoutMasked(textOf(turn) ?? '')
      return text ? beginningIn({ needs, turn }, text) : undefined
    },
    answer(turn, { found, besides }) {
      turn.state.question = textOf(turn)
      start({ needs, turn }, found, besides)
    },
  })
