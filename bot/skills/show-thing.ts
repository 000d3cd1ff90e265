import { z } from 'zod'
import { findableOf, keyOf, type Findable } from '../domain/content/findables.js'
import { pressed, skill } from '../turn/skill.js'
import type { SkillNeeds } from './needs.js'
import { chosen, showMatches } from './show-matches.js'

const Press = z.object({ id: z.string() })
const KINDS = ['service', 'permit', 'business-type', 'other-authority'] as const satisfies readonly Findable['kind'][]

/** Shows what was chosen by a button. */
export const showThing = (needs: SkillNeeds) =>
  skill<string>({
    name: 'show-thing',
    match(turn) {
      for (const kind of KINDS) {
        const press = Press.safeParse(pressed(turn, kind))
        if (press.success) return findableOf(turn.content, keyOf(kind, press.data.id)) ? keyOf(kind, press.data.id) : undefined
      }
      return undefined
    },
    answer: (turn, key) => showMatches(needs, turn, [chosen(key)], { text: turn.t('service.chosen') }),
  })
