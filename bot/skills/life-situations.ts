import { z } from 'zod'
import { choicesCard } from '../cards/choices-card.js'
import { contentLanguage } from '../domain/language.js'
import type { LifeSituation } from '../domain/services/life-situation.js'
import { pressed, skill } from '../turn/skill.js'
import { textOf } from '../turn/text-of.js'
import type { Turn } from '../turn/turn.js'
import { commandIn } from '../understanding/commands.js'
import type { SkillNeeds } from './needs.js'

const Press = z.object({ id: z.string() })

/** The list of life situations, and the services of one of them in the order they are needed. */
export const lifeSituations = (needs: SkillNeeds) =>
  skill<LifeSituation | 'all'>({
    name: 'life-situations',
    match(turn) {
      if (pressed(turn, 'menu') || commandIn(textOf(turn) ?? '') === 'menu') return 'all'
      const press = Press.safeParse(pressed(turn, 'life-situation'))
      return press.success ? turn.content.lifeSituations.get(press.data.id) : undefined
    },
    answer: (turn, found) => (found === 'all' ? showAll(needs, turn) : showSituation(needs, turn, found)),
  })

function showAll({ fill }: SkillNeeds, turn: Turn): void {
  const words = contentLanguage(turn.language)
  const situations = [...turn.content.lifeSituations.values()].sort((one, other) => one.order - other.order)
  const choices = situations.map(({ id, name }) => ({
    id: `situation-${id}`,
    title: name[words],
    press: { verb: 'life-situation', id },
  }))
  const text = turn.t('menu.text')
  turn.reply({
    outcome: 'menu',
    text,
    speak: text,
    cards: [choicesCard(fill, turn.language, turn.t('menu.title'), [{ choices }])],
  })
}

/** The services of a life situation as buttons. */
export function showSituation({ fill }: SkillNeeds, turn: Turn, situation: LifeSituation): void {
  const words = contentLanguage(turn.language)
  const services = situation.services.flatMap((id) => turn.content.services.get(id) ?? [])
  const choices = services.map(({ id, name }) => ({ id: `service-${id}`, title: name[words], press: { verb: 'service', id } }))
  turn.reply({
    outcome: 'menu',
    text: turn.t('menu.situation', { name: situation.name[words], summary: situation.summary[words] }),
    cards: [choicesCard(fill, turn.language, turn.t('menu.choose'), [{ choices }])],
    results: [{ id: situation.id, kind: 'life-situation', score: 1 }],
  })
}
