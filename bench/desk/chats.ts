import { BEAT_SECONDS } from '../../bot/domain/desk/claim.js'
import { DEVELOPMENT_PEOPLE } from '../../bot/domain/people/development-people.js'
import { agentAt, citizenAt, type Held } from '../../test/fixtures/desk-clients.js'
import { markOf } from './mark.js'

// A desk shows at most twenty chats; so many desks are open, of those who may take chats.
const DESKS = 16
// Nobody writes at once: so long until the next line, at most.
const THINKING_MILLISECONDS = 4_000
const LOST_AFTER_MILLISECONDS = 10_000
const AT_ONCE = 8

type Agent = Awaited<ReturnType<typeof agentAt>>
type Citizen = Awaited<ReturnType<typeof citizenAt>>
/** `said` is what both have written, in order. */
export type Chat = { citizen: Citizen; agent: Agent; held: Held; said: string[] }
/** Milliseconds; `lost` were not shown within ten seconds, `refused` were given back to the agent. */
export type Times = { toAgent: number[]; toCitizen: number[]; lost: number; refused: number }

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** So many chats, each of a citizen at one server with an agent at the other. The desks say from then on that they live, until `close`. */
export async function openChats(
  count: number,
  { citizens, staff, secret }: { citizens: string; staff: string; secret: string },
): Promise<{ chats: Chat[]; agents: Agent[]; close(): void }> {
  const people = DEVELOPMENT_PEOPLE.filter(({ roles }) => roles.includes('agent'))
  const agents = await Promise.all(Array.from({ length: DESKS }, (_, desk) => agentAt(staff, people[desk % people.length]!.oid)))
  for (const agent of agents) await agent.act({ act: 'presence', presence: 'away' })
  const beat = (): void => agents.forEach((agent) => agent.says({ kind: 'beat' }))
  beat()
  const beating = setInterval(beat, BEAT_SECONDS * 1000)
  const chats: Chat[] = []
  const open = async (): Promise<void> => {
    const citizen = await citizenAt(citizens, secret)
    const agent = agents[chats.length % DESKS]!
    const chat: Chat = { citizen, agent, held: { handOff: '', term: 0 }, said: [] }
    chats.push(chat)
    chat.held = await agent.take(await citizen.asksForPerson())
  }
  while (chats.length < count) await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - chats.length) }, open))
  for (const agent of agents)
    agent.says({
      kind: 'open',
      chats: chats.filter((chat) => chat.agent === agent).map(({ held }) => ({ handOff: held.handOff, after: 0 })),
    })
  const close = (): void => {
    clearInterval(beating)
    for (const one of [...agents, ...chats.map(({ citizen }) => citizen)]) one.close()
  }
  return { chats, agents, close }
}

async function timed(shown: Promise<unknown>, sending: () => Promise<unknown>): Promise<number | undefined> {
  const sent = performance.now()
  const seen = shown.then(() => performance.now() - sent)
  await sending()
  return Promise.race([seen, pause(LOST_AFTER_MILLISECONDS).then(() => undefined)])
}

let count = 0
const textOf = (chat: Chat): string => {
  const text = `rad ${markOf(count++)}`
  chat.said.push(text)
  return text
}

/** One chat: a line from the citizen, and one from the agent, until the time is over. */
export async function goOn(chat: Chat, until: number, times: Times): Promise<void> {
  const { citizen, agent, held } = chat
  await pause(Math.random() * THINKING_MILLISECONDS)
  while (performance.now() < until) {
    const asked = textOf(chat)
    const there = await timed(agent.lineShown(asked), () => citizen.say(asked))
    await pause(Math.random() * THINKING_MILLISECONDS)
    const answered = textOf(chat)
    const back = await timed(citizen.textHeard(answered), async () => {
      if ((await agent.say(held, answered)).kind === 'done') return
      times.refused++
      chat.said.pop()
    })
    await pause(Math.random() * THINKING_MILLISECONDS)
    times.lost += [there, back].filter((time) => time === undefined).length
    if (there !== undefined) times.toAgent.push(there)
    if (back !== undefined) times.toCitizen.push(back)
  }
}

/** Whether each side was shown every line of both, once, in the order in which they were written. */
export function isWhole({ citizen, agent, held, said }: Chat): boolean {
  const marked = (texts: readonly string[]): string => texts.flatMap((text) => /rad [a-z]{8}/.exec(text) ?? []).join()
  const atDesk = agent.lines.had.filter(({ handOff }) => handOff === held.handOff).map(({ html }) => html)
  return marked(atDesk) === said.join() && marked(citizen.texts()) === said.join()
}
