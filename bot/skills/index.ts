import type { AnySkill } from '../turn/skill.js'
import { about } from './about.js'
import { askForPerson } from './ask-for-person.js'
import { changeLanguage } from './change-language.js'
import { find } from './find.js'
import { followUp } from './follow-up.js'
import { greet } from './greet.js'
import { handOff } from './hand-off/index.js'
import { lifeSituations } from './life-situations.js'
import type { SkillNeeds } from './needs.js'
import { notThat } from './not-that.js'
import { notUnderstood } from './not-understood.js'
import { oldCard } from './old-card.js'
import { permitPilotUnderWay, startPermitPilot } from './permit-pilot/index.js'
import { sayThanks } from './say-thanks.js'
import { showThing } from './show-thing.js'
import { startOver } from './start-over.js'
import { stayCalm } from './stay-calm.js'
import { tellDistrict } from './tell-district.js'

/** Everything the bot can do, in the order it is tried. */
export const skills = (needs: SkillNeeds): readonly AnySkill[] => [
  ...(needs.inTeams ?? []), // what staff asked for is done already, and only told here
  ...handOff(needs), // what is typed to an agent is not for the bot
  greet(),
  changeLanguage(needs),
  startOver(),
  askForPerson(needs),
  ...permitPilotUnderWay(needs), // before "no" means "not that"
  notThat(needs),
  about(),
  lifeSituations(needs),
  tellDistrict(needs),
  showThing(needs),
  sayThanks(),
  stayCalm(),
  followUp(needs),
  startPermitPilot(needs),
  find(needs),
  oldCard(),
  notUnderstood(needs), // always matches
]
