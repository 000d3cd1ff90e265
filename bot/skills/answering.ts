import { randomBytes, randomInt } from 'node:crypto'
import { businessTypeCard } from '../cards/business-type-card.js'
import { contactsCard, nameOfContactsCard } from '../cards/contacts-card.js'
import { madeOnce, madeOnceForRuns } from '../cards/made-once.js'
import { otherAuthorityCard } from '../cards/other-authority-card.js'
import { nameOfPermitCard, permitCard } from '../cards/permit-card.js'
import { nameOfPilotAnswersCard, pilotAnswersCard } from '../cards/pilot-answers-card.js'
import { nameOfPilotQuestionCard, pilotQuestionCard } from '../cards/pilot-question-card.js'
import { nameOfPilotTypeCard, pilotTypeCard } from '../cards/pilot-type-card.js'
import { nameOfServiceCard, serviceCard } from '../cards/service-card.js'
import type { FillCard } from '../cards/templates.js'
import type { Content } from '../domain/content/content.js'
import { LANGUAGES } from '../domain/language.js'
import { rulesOf } from '../domain/permits/rules.js'
import { namesOf } from '../domain/services/contact-point.js'
import type { Answering } from '../turn/receiving.js'
import { areaFinder, type AreaFinder } from '../understanding/area.js'
import type { Trained } from '../understanding/find.js'
import type { LanguageModel } from '../understanding/language-model.js'
import { languageDetector } from '../understanding/language-of.js'
import { undertakingFinder } from '../understanding/undertaking.js'
import { understoodBefore } from '../understanding/understood-before.js'
import { findableTexts } from './findable-texts.js'
import { finderWithMemory } from './finder-with-memory.js'
import { skills } from './index.js'
import type { PilotNeeds, SkillNeeds } from './needs.js'
import { planDrawer } from './permit-pilot/draw-plan.js'

/**
 * Everything that answers with one snapshot of the content: skills, index and language detector, built anew for each. `trained` is what
 * was learned from this content or from an earlier one; without it questions are only compared letter by letter.
 */
export function answeringWith(
  content: Content,
  fill: FillCard,
  languages: readonly string[],
  model: LanguageModel,
  trained?: Trained,
  pilot: Partial<PilotNeeds & Pick<SkillNeeds, 'finder' | 'undertakings' | 'inTeams' | 'contactDays'>> = {},
): Answering & Pick<SkillNeeds, 'undertakings' | 'finder'> {
  const finder = pilot.finder ?? finderWithMemory(findableTexts(content), trained)
  const districts = [...content.districts.values()]
  const areas = placesBefore(areaFinder(districts))
  const rules = rulesOf(content)
  const undertakings = pilot.undertakings ?? understoodBefore(undertakingFinder(rules, finder))
  return {
    content,
    undertakings,
    finder,
    index: finder.version,
    skills: skills({
      fill,
      permitCard: madeOnce((shown) => permitCard(fill, shown), nameOfPermitCard),
      businessTypeCard: (shown) => businessTypeCard(fill, shown),
      otherAuthorityCard: (shown) => otherAuthorityCard(fill, shown),
      serviceCard: madeOnce((shown) => serviceCard(fill, shown), nameOfServiceCard),
      contactsCard: madeOnce((shown) => contactsCard(fill, shown), nameOfContactsCard),
      pilotTypeCard: madeOnceForRuns((shown) => pilotTypeCard(fill, shown), nameOfPilotTypeCard),
      pilotQuestionCard: madeOnceForRuns((shown) => pilotQuestionCard(fill, shown), nameOfPilotQuestionCard),
      pilotAnswersCard: madeOnceForRuns((shown) => pilotAnswersCard(fill, shown), nameOfPilotAnswersCard),
      areas,
      languages,
      rules,
      newPlan: planDrawer(randomBytes, randomInt),
      planDays: KEEP_PLANS_DAYS,
      contactDays: KEEP_CONTACTS_DAYS,
      ...pilot,
      finder,
      undertakings,
    }),
    detectLanguage: understoodBefore(languageDetector(model, LANGUAGES, districts.flatMap(namesOf))),
  }
}

const KEEP_PLANS_DAYS = 180
const KEEP_CONTACTS_DAYS = 30

/** Places are looked for in the same question more than once, and questions come again. */
function placesBefore(areas: AreaFinder): AreaFinder {
  const mentioned = understoodBefore((text) => areas.mentioned(text))
  const withoutPlace = understoodBefore((text) => areas.withoutPlace(text))
  return { named: (text) => areas.named(text), mentioned: (text) => mentioned(text), withoutPlace: (text) => withoutPlace(text) }
}
