import { z } from 'zod'
import { findableOf } from '../domain/content/findables.js'
import { pressed, skill } from '../turn/skill.js'
import { textOf } from '../turn/text-of.js'
import { languageAskedFor } from '../understanding/commands.js'
import type { SkillNeeds } from './needs.js'
import { showAgain as showPilotAgain } from './permit-pilot/go-on.js'
import { chosen, showMatches } from './show-matches.js'

const Press = z.object({ language: z.string() })

/** Goes on in another language; what was shown last is shown again in it. */
export const changeLanguage = (needs: SkillNeeds) =>
  skill<string>({
    name: 'change-language',
    match(turn) {
      const press = Press.safeParse(pressed(turn, 'language.choose'))
      const wanted = press.success ? press.data.language : languageAskedFor(textOf(turn) ?? '')
      return wanted && needs.languages.includes(wanted) ? wanted : undefined
    },
    answer(turn, language) {
      turn.state.language = language
      turn.speak(language)
      turn.reply({ outcome: 'language', text: turn.t('language.changed') })
      if (turn.state.pilot) return showPilotAgain({ needs, turn }, { ...turn.state.pilot, language })
      const shown = turn.state.shown.filter((key) => findableOf(turn.content, key))
      if (shown.length > 0) showMatches(needs, turn, shown.map(chosen), { text: turn.t('service.again') })
    },
  })
