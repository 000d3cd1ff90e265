import { pressed, skill, type AnySkill } from '../../turn/skill.js'
import { textOf } from '../../turn/text-of.js'
import type { DeskSeen } from '../../turn/brought-desk.js'
import { commandIn } from '../../understanding/commands.js'
import type { SkillNeeds } from '../needs.js'
import { askForHandOff } from './ask.js'
import { explainOld, isOver, PRESSES } from './presses.js'

/** Typed to an agent: stored for the agent, and not answered by the bot. Stands before everything else. */
const passOnToAgent = (): AnySkill =>
  skill<true>({
    name: 'pass-on-to-agent',
    match: ({ desk }) => (desk?.kind === 'agent-hears' ? true : undefined),
    answer: (turn) => turn.passOn(),
  })

const pressDesk = (needs: SkillNeeds): AnySkill =>
  skill<{ press: Record<string, unknown>; verb: string }>({
    name: 'press-desk',
    match({ said }) {
      if (said.kind !== 'press' || !(said.press.verb in PRESSES)) return undefined
      return { press: said.press, verb: said.press.verb }
    },
    answer(turn, { press, verb }) {
      const { desk } = turn
      const row = desk?.kind === 'seen' ? desk.row : undefined
      if (desk?.kind !== 'seen' || !row || (isOver({ row }) && verb !== 'desk.rate')) return explainOld({ turn })
      PRESSES[verb]!(needs, { turn, seen: desk, row }, press)
    },
  })

/** "Prata med en människa". Where there is no desk, the next skill shows whom to call. */
const askForHuman = (needs: SkillNeeds): AnySkill => ({
  name: 'ask-for-human',
  tryToAnswer(turn) {
    const isAsked = pressed(turn, 'person') !== undefined || commandIn(textOf(turn) ?? '') === 'person'
    return (
      isAsked && 'citizen' in turn.who && turn.desk?.kind === 'seen' && askForHandOff(needs, turn, turn.desk satisfies DeskSeen)
    )
  },
})

/** Everything about being handed over to a person, and back. */
export const handOff = (needs: SkillNeeds): readonly AnySkill[] => [passOnToAgent(), pressDesk(needs), askForHuman(needs)]
