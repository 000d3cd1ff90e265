import { randomBytes, randomInt } from 'node:crypto'
import { businessTypeCard } from '../cards/business-type-card.js'
import { contactsCard, nameOfContactsCard } from '../cards/contacts-card.js'
import { madeOnce } from '../cards/made-once.js'
import { otherAuthorityCard } from '../cards/other-authority-card.js'
import { nameOfPermitCard, permitCard } from '../cards/permit-card.js'
import { nameOfServiceCard, serviceCard } from '../cards/service-card.js'
import type { FillCard } from '../cards/templates.js'
import type { Content } from '../domain/content/content.js'
import { LANGUAGES } from '../domain/language.js'
import { rulesOf } from '../domain/permits/rules.js'
import { namesOf } from '../domain/services/contact-point.js'
import type { Answering } from '../turn/receive.js'
import { areaFinder } from '../understanding/area.js'
import { finderOf, type Finder, type Trained } from '../understanding/find.js'
import type { LanguageModel } from '../understanding/language-model.js'
import { languageDetector } from '../understanding/language-of.js'
import { undertakingFinder } from '../understanding/undertaking.js'
import { understoodBefore } from '../understanding/understood-before.js'
import { findableTexts } from './findable-texts.js'
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
  pilot: Partial<PilotNeeds & Pick<SkillNeeds, 'undertakings'>> = {},
): Answering & Pick<SkillNeeds, 'undertakings'> {
  const finder = withMemory(finderOf(findableTexts(content), trained))
  const districts = [...content.districts.values()]
  const areas = areaFinder(districts)
  const rules = rulesOf(content)
  const undertakings = pilot.undertakings ?? heardBefore(undertakingFinder(rules, finder))
  return {
    content,
    undertakings,
    index: finder.version,
    skills: skills({
      fill,
      permitCard: madeOnce((shown) => permitCard(fill, shown), nameOfPermitCard),
      businessTypeCard: (shown) => businessTypeCard(fill, shown),
      otherAuthorityCard: (shown) => otherAuthorityCard(fill, shown),
      serviceCard: madeOnce((shown) => serviceCard(fill, shown), nameOfServiceCard),
      contactsCard: madeOnce((shown) => contactsCard(fill, shown), nameOfContactsCard),
      finder,
      areas,
      languages,
      rules,
      newPlan: planDrawer(randomBytes, randomInt),
      planDays: KEEP_PLANS_DAYS,
      ...pilot,
      undertakings,
    }),
    detectLanguage: languageDetector(model, LANGUAGES, districts.flatMap(namesOf)),
  }
}

const KEEP_PLANS_DAYS = 180

/** What was told of an undertaking, which is remembered for whole texts. */
function heardBefore(hear: SkillNeeds['undertakings']): SkillNeeds['undertakings'] {
  const before = understoodBefore((key) => {
    const [language, text] = JSON.parse(key) as [string, string]
    return hear(text, language)
  })
  return (text, language) => before(JSON.stringify([language, text]))
}

/** The finder, which remembers what whole questions came to; what is left out after a "not that" differs each time. */
function withMemory({ version, weigh: weighAnew }: Finder): Finder {
  const before = understoodBefore((key) => {
    const [language, question] = JSON.parse(key) as [string | null, string]
    return weighAnew(question, [], language ?? undefined)
  })
  const weigh: Finder['weigh'] = (question, excluded = [], language) =>
    excluded.length > 0 ? weighAnew(question, excluded, language) : before(JSON.stringify([language ?? null, question]))
  return { version, weigh, find: (...asked) => weigh(...asked).found }
}
