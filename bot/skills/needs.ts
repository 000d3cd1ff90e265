import type { MakeServiceCard } from '../cards/service-cards-made-once.js'
import type { FillCard } from '../cards/templates.js'
import type { AreaFinder } from '../understanding/area.js'
import type { Finder } from '../understanding/find.js'

/** What the skills are built from, for one snapshot of the content. */
export type SkillNeeds = {
  fill: FillCard
  serviceCard: MakeServiceCard
  finder: Finder
  areas: AreaFinder
  languages: readonly string[]
}
