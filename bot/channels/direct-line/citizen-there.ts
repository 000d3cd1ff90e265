import type { DirectLineNeeds } from './needs.js'

type Needs = Pick<DirectLineNeeds, 'signs' | 'now' | 'log'>

/** Who has the chat open is told to the desk, so that an agent knows whether somebody reads. What fails is told again soon. */
export const tellThere = ({ signs, now, log }: Needs, conversations: readonly string[]): Promise<void> =>
  told(log, signs?.store.citizensHeard(conversations, now()))

export const tellGone = ({ signs, log }: Needs, conversation: string): Promise<void> =>
  told(log, signs?.store.citizenGone(conversation))

async function told(log: Needs['log'], telling: Promise<void> | undefined): Promise<void> {
  try {
    await telling
  } catch (error) {
    log.warn({ error }, 'the desk is not told who is there')
  }
}
