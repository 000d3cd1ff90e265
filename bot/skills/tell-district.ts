import { z } from 'zod'
import { pressed, skill } from '../turn/skill.js'
import { textOf } from '../turn/text-of.js'
import type { SkillNeeds } from './needs.js'
import { chosen, showMatches } from './show-matches.js'

const Told = z.object({ service: z.string(), area: z.string().max(100).optional() })
type Answered = { service: string; district: string | undefined; unknown: boolean }

/** The answer to "which area do you live in?", pressed or typed. It is asked once; "I do not know" is an answer. */
export const tellDistrict = (needs: SkillNeeds) =>
  skill<Answered>({
    name: 'tell-district',
    match(turn) {
      const notKnown = Told.safeParse(pressed(turn, 'district.unknown'))
      if (notKnown.success) return { service: notKnown.data.service, district: undefined, unknown: true }
      const told = Told.safeParse(pressed(turn, 'district.tell'))
      if (told.success) return { service: told.data.service, district: needs.areas.named(told.data.area ?? ''), unknown: false }
      const waiting = turn.state.asksDistrictFor
      const text = textOf(turn)
      if (!waiting || !text) return undefined
      const district = needs.areas.named(text)
      // A longer text that names an area is a new question, which the finder answers with the area in mind.
      return district && text.trim().split(/\s+/).length <= 5 ? { service: waiting, district, unknown: false } : undefined
    },
    answer(turn, { service, district, unknown }) {
      if (!turn.content.services.has(service)) return turn.reply({ outcome: 'refused', text: turn.t('errors.old-card') })
      if (!district && !unknown) return turn.reply({ outcome: 'clarify', text: turn.t('district.not-found') })
      turn.state.district = district ?? 'unknown'
      const known = district ? turn.content.districts.get(district) : undefined
      const text = known ? turn.t('district.found', { district: known.name }) : turn.t('district.unknown')
      showMatches(needs, turn, [chosen(service)], { text })
    },
  })
