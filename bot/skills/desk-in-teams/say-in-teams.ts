import { skill } from '../../turn/skill.js'
import { STAFF_FAILED, STAFF_REFUSED } from '../../turn/staff-turns.js'
import type { Outcome } from '../../domain/outcome.js'

/** What is said when something has happened that nobody asked in words, by the event's name. */
const SAID: Record<string, { key: string; outcome: Outcome }> = {
  addedToChannel: { key: 'teams.hello', outcome: 'greeting' },
  [STAFF_REFUSED]: { key: 'teams.refused', outcome: 'refused' },
  [STAFF_FAILED]: { key: 'teams.failed', outcome: 'error' },
}

/** Says how a channel becomes the place of a queue, and why something was not done. Only to people who have proved who they are. */
export const sayInTeams = () =>
  skill<{ key: string; outcome: Outcome }>({
    name: 'say-in-teams',
    match: ({ said, who }) => (said.kind === 'event' && 'oid' in who ? SAID[said.name] : undefined),
    answer: (turn, { key, outcome }) => turn.reply({ outcome, text: turn.t(key) }),
  })
