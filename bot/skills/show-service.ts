import { z } from 'zod'
import { pressed, skill } from '../turn/skill.js'
import type { SkillNeeds } from './needs.js'
import { showMatches } from './show-matches.js'

const Press = z.object({ id: z.string() })

/** Shows the service that was chosen by a button. */
export const showService = (needs: SkillNeeds) =>
  skill<string>({
    name: 'show-service',
    match(turn) {
      const press = Press.safeParse(pressed(turn, 'service'))
      return press.success && turn.content.services.has(press.data.id) ? press.data.id : undefined
    },
    answer: (turn, id) => showMatches(needs, turn, [{ id, score: 1 }], { text: turn.t('service.chosen') }),
  })
