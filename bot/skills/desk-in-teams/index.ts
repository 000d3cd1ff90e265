import type { AnySkill } from '../../turn/skill.js'
import type { AnyStaffSkill } from '../../turn/staff-skill.js'
import type { DeskInTeamsNeeds } from './needs.js'
import { placeQueue } from './place-queue.js'
import { removeQueue } from './remove-queue.js'
import { sayInTeams } from './say-in-teams.js'
import { takeChat } from './take-chat.js'

/** Everything that staff can do by the bot in Teams, in the order it is tried. */
export const deskInTeams = (needs: DeskInTeamsNeeds): readonly AnyStaffSkill[] => [
  takeChat(needs),
  placeQueue(needs),
  removeQueue(needs),
]

/** The same as skills of a turn: they tell what came of it. */
export const answersInTeams = (staff: readonly AnyStaffSkill[]): readonly AnySkill[] => [
  ...staff.map(({ skill }) => skill),
  sayInTeams(),
]
