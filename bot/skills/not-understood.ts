import { contentLanguage } from '../domain/language.js'
import type { LifeSituation } from '../domain/services/life-situation.js'
import { skill } from '../turn/skill.js'
import { textOf } from '../turn/text-of.js'
import type { Turn } from '../turn/turn.js'
import { showPeople } from './ask-for-person.js'
import { menuButtons, personButton, situationButton } from './menu-buttons.js'
import type { SkillNeeds } from './needs.js'

/** An honest "I did not find it", with people to call. Always matches, so it stands last. */
export const notUnderstood = (needs: SkillNeeds) =>
  skill<true>({
    name: 'not-understood',
    match: () => true,
    answer(turn) {
      const { said, state, t } = turn
      if (said.kind === 'event') return
      if (said.kind === 'files' && !textOf(turn)) return turn.reply({ outcome: 'refused', text: t('errors.files') })
      if (!/\p{L}/u.test(textOf(turn) ?? ''))
        return turn.reply({ outcome: 'nonsense', text: t('not-found.nonsense'), suggestions: menuButtons(turn) })
      state.question = textOf(turn)
      state.shown = []
      state.excluded = []
      state.misses += 1
      const nearest = nearestSituation(needs, turn)
      const text = nearest ? t('not-found.near', { name: nearest.name[contentLanguage(turn.language)] }) : t('not-found.text')
      showPeople(needs, turn, 'not-found', text, [
        ...(nearest ? [situationButton(turn, nearest)] : []),
        ...(state.misses > 1 ? [personButton(turn)] : []),
      ])
    },
  })

// Below this the nearest is as far away as everything else.
const WORTH_NAMING = 0.1

/** The life situation of the service that was nearest, though not near enough to be shown. */
function nearestSituation({ finder, areas }: SkillNeeds, { state, content, language }: Turn): LifeSituation | undefined {
  const [nearest] = finder.weigh(areas.withoutPlace(state.question ?? ''), [], language).matches
  const service = nearest && nearest.probability >= WORTH_NAMING ? content.services.get(nearest.id) : undefined
  return service && content.lifeSituations.get(service.lifeSituation)
}
