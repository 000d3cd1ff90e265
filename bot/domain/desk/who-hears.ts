import { holds } from './claim.js'
import { leaseOf, type HandOff, type Situation } from './hand-off.js'

/** Who answers what the citizen writes now. It is kept for both: whoever waits is still helped by the bot, and the agent reads it later. */
export const whoHears = ({ status }: Situation): 'bot' | 'agent' =>
  status === 'with-agent' || status === 'transferring' ? 'agent' : 'bot'

/** Whether this agent, by this claim, may write to the citizen. A line that the store already has is confirmed before this is asked. */
export function mayWrite({ situation }: HandOff, of: { by: string; term: number }): boolean {
  const lease = leaseOf(situation)
  return lease !== undefined && holds(lease, of)
}
