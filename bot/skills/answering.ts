import { businessTypeCard } from '../cards/business-type-card.js'
import { contactsCard, nameOfContactsCard } from '../cards/contacts-card.js'
import { madeOnce } from '../cards/made-once.js'
import { otherAuthorityCard } from '../cards/other-authority-card.js'
import { nameOfPermitCard, permitCard } from '../cards/permit-card.js'
import { nameOfServiceCard, serviceCard } from '../cards/service-card.js'
import type { FillCard } from '../cards/templates.js'
import type { Content } from '../domain/content/content.js'
import { findables, type Findable } from '../domain/content/findables.js'
import { LANGUAGES } from '../domain/language.js'
import type { Service } from '../domain/services/service.js'
import type { Answering } from '../turn/receive.js'
import { areaFinder } from '../understanding/area.js'
import { finderOf, type Described } from '../understanding/find.js'
import { languageDetector } from '../understanding/language-of.js'
import { skills } from './index.js'

/** Everything that answers with one snapshot of the content: skills, index and language detector, built anew for each. */
export function answeringWith(content: Content, fill: FillCard, languages: readonly string[]): Answering {
  const services = [...content.services.values()]
  const finder = finderOf(findables(content).map(described))
  const areas = areaFinder([...content.districts.values()].map(({ id, name, areas }) => ({ id, names: [name, ...areas] })))
  return {
    content,
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
    }),
    detectLanguage: languageDetector(
      LANGUAGES.map((language) => ({ language, texts: services.flatMap((service) => letters(service, language)) })),
    ),
  }
}

const described = ({ key, written }: ReturnType<typeof findables>[number]): Described => ({
  id: key,
  texts: written.flatMap((thing) => LANGUAGES.flatMap((language) => textsOf(thing, language))),
})

// A part of the phrases is enough to know a language by its letters, and keeps the start short.
const letters = (service: Service, language: (typeof LANGUAGES)[number]): string[] => [
  service.summary[language],
  ...service.phrases[language].slice(0, 4),
]

const textsOf = ({ name, summary, also, phrases }: Findable['thing'], language: (typeof LANGUAGES)[number]): string[] => [
  name[language],
  summary[language],
  ...also[language],
  ...phrases[language],
]
