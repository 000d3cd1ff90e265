import type { Content } from '../domain/content/content.js'
import { rulesOf } from '../domain/permits/rules.js'
import type { Finder, Trained } from '../understanding/find.js'
import { versionOf } from '../understanding/find.js'
import { undertakingFinder } from '../understanding/undertaking.js'
import { understoodBefore } from '../understanding/understood-before.js'
import { findableTexts } from './findable-texts.js'
import { finderWithMemory } from './finder-with-memory.js'
import type { SkillNeeds } from './needs.js'

/** What questions are understood by. */
export type Understanding = { finder: Finder; undertakings: SkillNeeds['undertakings'] }

/**
 * Makes what questions are understood by, or hands back the last one while nothing has changed that it is made of: a phone number or a link
 * that is corrected is nothing that anybody is understood by, and must be live at once.
 */
export function keepUnderstanding(): (content: Content, trained: Trained | undefined) => Understanding {
  let last: (Understanding & { version: string; trained: Trained | undefined }) | undefined
  return (content, trained) => {
    const things = findableTexts(content)
    const version = `${versionOf(things)} ${content.rulesVersion}`
    if (last && last.version === version && last.trained === trained) return last
    const finder = finderWithMemory(things, trained)
    const undertakings = understoodBefore(undertakingFinder(rulesOf(content), finder))
    return (last = { finder, undertakings, version, trained })
  }
}
