import type { ActAnswer } from '../domain/desk/acts.js'
import type { Agent } from '../domain/desk/agent.js'
import type { HandOffRow } from '../domain/desk/ports.js'
import { mayTake, nextFor } from '../domain/desk/routing.js'
import { answerTo, refused, type Acting, type ActOf } from './acting.js'
import { changeHandOff } from './changing.js'
import { readDesk, type DeskSeen } from './read-desk.js'

/** Takes a chat, a promise, or what was handed over by a colleague. */
export async function take(acting: Acting, { handOff }: ActOf<'take'>): Promise<ActAnswer> {
  const { needs, by, audit } = acting
  const unless = (row: HandOffRow, { agents, now }: DeskSeen) => {
    const agent = agents.find(({ id }) => id === by)
    return agent && mayTake(agent, row.handOff, now.queues) ? undefined : 'not-for-you'
  }
  return answerTo(acting, await changeHandOff(needs, handOff, { event: { kind: 'claimed', by }, by, action: audit, unless }))
}

// Others press "next" at the same moment, and then it is the one after.
const TRIES = 5

export async function takeNext(acting: Acting): Promise<ActAnswer> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { agents, handOffs, now } = await readDesk(acting.needs)
    const agent: Agent | undefined = agents.find(({ id }) => id === acting.by)
    const next = agent && nextFor(agent, handOffs, now.queues, now.at)
    if (!next) return refused('nobody-waits')
    const answer = await take(acting, { act: 'take', handOff: next.id })
    if (answer.kind === 'done' || answer.why !== 'taken') return answer
  }
  return refused('busy')
}
