import { plainText } from '../cards/teams/plain-text.js'
import type { StaffReference } from '../domain/desk/team-ports.js'
import type { Person } from '../domain/projects/actor.js'
import type { ProjectRow, ProjectStore, ToTell } from '../domain/projects/ports.js'
import type { Project } from '../domain/projects/project.js'
import type { Effect } from '../domain/projects/stepped.js'
import { everybody } from '../domain/projects/telling.js'
import { secondsAfter } from '../domain/seconds-after.js'
import type { Translate } from '../i18n/translate.js'
import type { Log } from '../telemetry/log.js'
import { askToDecide, renewCards, type DecisionNeeds } from './projects-decisions.js'
import { proposeChange } from './projects-propose.js'
import { reach, referencesOf, type ReachNeeds, type Way } from './projects-reach.js'

export type TellNeeds = ReachNeeds &
  DecisionNeeds & {
    store: Pick<ProjectStore, 'untold' | 'told' | 'putOff' | 'find' | 'cards' | 'placeCard' | 'dropCards' | 'places'>
    /** One sentence for each thing that is told. */
    toldText: (effect: Telling, project: Project, t: Translate) => string
    /** Hands something that was registered to the records system, once; rejects when it cannot be taken now. Undefined without one. */
    record?: (row: ProjectRow, registered: Registering) => Promise<void>
    log: Log
  }
export type Telling = Extract<Effect, { tell: unknown }>
export type Registering = Extract<Effect, { register: unknown }>

const AT_ONCE = 200
const FIRST_WAIT_SECONDS = 60
const LONGEST_WAIT_SECONDS = 6 * 3600
/** Whoever cannot be reached for so long has read it in the tab, or never will: it is said in the log, and others go on. */
const GIVE_UP_SECONDS = 7 * 24 * 3600

/**
 * Carries out what changes of projects have set off, oldest first, one change at a time and each as a whole. What somebody has been told they
 * are not told again, since every line and mail has the id of its change. What cannot be done now is put off, and holds up nobody else.
 */
export async function tellOfProjects(needs: TellNeeds, ending?: AbortSignal): Promise<{ told: number; putOff: number }> {
  const done = { told: 0, putOff: 0 }
  for (;;) {
    const untold = await needs.store.untold(AT_ONCE, needs.now())
    const changes = changesIn(untold, untold.length === AT_ONCE)
    for (const change of changes) {
      if (ending?.aborted) return done
      done[await tellChange(needs, change)] += change.length
    }
    if (untold.length < AT_ONCE) return done
  }
}

/** Effects of one change belong together. The last of a full look may be half a change, and waits for the next look. */
function changesIn(untold: readonly ToTell[], isFull: boolean): ToTell[][] {
  const changes = new Map<string, ToTell[]>()
  for (const one of untold) changes.set(changeOf(one), [...(changes.get(changeOf(one)) ?? []), one])
  const all = [...changes.values()]
  return isFull && all.length > 1 ? all.slice(0, -1) : all
}
const changeOf = ({ id }: ToTell): string => id.slice(0, id.lastIndexOf(':'))

async function tellChange(needs: TellNeeds, change: readonly ToTell[]): Promise<'told' | 'putOff'> {
  const ids = change.map(({ id }) => id)
  const [first] = change
  const { at, tries, project } = first!
  try {
    const unreached = await carryOut(needs, change)
    const isOld = secondsAfter(at, GIVE_UP_SECONDS) <= needs.now()
    if (unreached > 0 && isOld) needs.log.warn({ project, unreached }, 'some people of a project cannot be reached')
    if (unreached === 0 || isOld) {
      await needs.store.told(ids, needs.now())
      return 'told'
    }
  } catch (error) {
    needs.log.error({ error, project }, 'a change of a project could not be told of')
  }
  await needs.store.putOff(ids, secondsAfter(needs.now(), Math.min(FIRST_WAIT_SECONDS * 2 ** tries, LONGEST_WAIT_SECONDS)))
  return 'putOff'
}

/** How many have not been reached, and are to be tried again. */
async function carryOut(needs: TellNeeds, change: readonly ToTell[]): Promise<number> {
  const row = await needs.store.find(change[0]!.project)
  if (!row) return 0
  const people = everybody(row.project)
  const effects = change.map(({ effect }) => heardBy(effect, people))
  const references = await referencesOf(needs, [...new Set(effects.flatMap(hearersOf))])
  const id = changeOf(change[0]!)
  let unreached = await tellPeople(needs, row, effects, references, id)
  for (const [n, effect] of effects.entries()) {
    if ('ask' in effect) unreached += await askToDecide(needs, row, effect, references)
    if ('propose' in effect) unreached += await proposeChange(needs, row.project, effect, references, `${id}:${n}`)
    if ('renew' in effect && isLastOf(effects, n)) await renewCards(needs, row, effect.renew, `${id}:${n}`)
    if ('register' in effect) await needs.record?.(row, effect)
  }
  return unreached
}

/** Whoever has left the project since hears no more of it. */
function heardBy(effect: Effect, people: readonly Person[]): Effect {
  const isIn = (person: Person): boolean => people.includes(person)
  if ('tell' in effect) return { ...effect, tell: effect.tell.filter(isIn) }
  if ('ask' in effect) return { ...effect, ask: effect.ask.filter(isIn) }
  return 'propose' in effect ? { ...effect, propose: effect.propose.filter(isIn) } : effect
}

/** What changes several times in one change is shown once, as it has become. */
const isLastOf = (effects: readonly Effect[], n: number): boolean => {
  const effect = effects[n]!
  return 'renew' in effect && !effects.slice(n + 1).some((later) => 'renew' in later && later.renew === effect.renew)
}

const hearersOf = (effect: Effect): readonly Person[] =>
  'tell' in effect ? effect.tell : 'ask' in effect ? effect.ask : 'propose' in effect ? effect.propose : []

/** One message each of everything that the change has for them. */
async function tellPeople(
  needs: TellNeeds,
  { project }: ProjectRow,
  effects: readonly Effect[],
  references: ReadonlyMap<Person, StaffReference>,
  id: string,
): Promise<number> {
  const spoken = effects.filter((one) => 'tell' in one)
  let unreached = 0
  for (const person of new Set(spoken.flatMap(hearersOf))) {
    const own = spoken.filter((one) => hearersOf(one).includes(person))
    const to = { person, reference: references.get(person) }
    const reached = await reach(needs, to, `project-told|${id}|${person}`, (_language, t, way) =>
      sayingOf(needs, project, own, { t, way }),
    )
    if (reached.way === 'none') unreached += 1
  }
  return unreached
}

function sayingOf(needs: TellNeeds, project: Project, own: readonly Telling[], { t, way }: { t: Translate; way: Way }) {
  const head = t('project-told.head', { number: project.number, name: project.name })
  const sentences = own.map((one) => needs.toldText(one, project, t))
  const link = t('project-told.open', { address: needs.link(project.id, way) })
  return { subject: head, text: [`**${plainText(head)}**`, ...sentences, link].join('\n\n') }
}
