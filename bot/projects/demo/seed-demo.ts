import type { z } from 'zod'
import type { StaffMember } from '../../domain/desk/staff-member.js'
import { DEVELOPMENT_PEOPLE } from '../../domain/people/development-people.js'
import { DEVELOPMENT_TENANT } from '../../domain/people/staff-identity.js'
import type { Actor, Person } from '../../domain/projects/actor.js'
import { dayOf, type Day } from '../../domain/projects/calendar.js'
import { momentOf } from '../../domain/desk/stockholm-time.js'
import { ProjectEvent } from '../../domain/projects/events.js'
import type { ProjectStore } from '../../domain/projects/ports.js'
import { PORTFOLIOS, type Registration } from '../../domain/projects/project.js'
import type { Log } from '../../telemetry/log.js'
import { projects as projectsOf } from '../projects.js'
import type { Deed } from './deed.js'
import { madeUp, MadeUpTexts } from './made-up.js'
import { SocialTexts, type People } from './social-plan.js'
import { socialSystemsUntil } from './social-until-now.js'

export type SeedNeeds = {
  store: ProjectStore
  member: (tenant: string, oid: string) => Promise<StaffMember | undefined>
  saveMember: (member: StaffMember) => Promise<void>
  /** As they lie in scripts/seed-demo/. */
  texts: { social: unknown; madeUp: unknown }
  languages: readonly string[]
  today: Date
  log: Log
}
export type Seeded = { projects: number; deeds: number; kept: number }

const TENANT = 'demo'
/** Who of the development sign-in plays whom in the real project, so that one can try it from several sides. */
const PLAYED: Readonly<Record<string, string>> = {
  Megan: 'chair',
  Adele: 'group-1',
  Isaiah: 'manager',
  Patti: 'developer',
}

/** Their seats in three of the made-up ones: whom the Playground shows as oneself manages one, votes in the next, and reports in the last. */
const SEATED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'P-002': { manager: 'Alex', chair: 'Megan', 'group-1': 'Adele', 'group-2': 'Patti', member: 'Isaiah' },
  'P-005': { manager: 'Isaiah', chair: 'Megan', 'group-1': 'Adele', 'group-2': 'Alex' },
  'P-007': { manager: 'Isaiah', chair: 'Megan', member: 'Alex' },
}

type Whole = { registration: z.infer<typeof Registration>; deeds: readonly Deed[]; begun: Day }

/**
 * A portfolio of forty to look at and to try with: the city's real project of 2017, moved to now, and made-up ones beside it. Everything in
 * it is done by the same rules as by people. A project that is there already stays as it is.
 */
export async function seedDemo(needs: SeedNeeds): Promise<Seeded> {
  const social = SocialTexts.parse(needs.texts.social)
  const others = MadeUpTexts.parse(needs.texts.madeUp)
  const today = dayOf(needs.today)
  const year = Number(today.slice(0, 4)) - 2
  await savePeople(needs, social, others)
  const real = { ...socialSystemsUntil(social, playedBy, year, today), begun: `${year}-05-02` }
  const all: Whole[] = [real, ...others.projects.map((one, n) => madeUp(one, n, others, seatedIn(one.number), today))]
  const seeded = { projects: 0, deeds: 0, kept: 0 }
  for (const whole of all) {
    const done = await seedOne(needs, whole)
    if (done === 'kept') seeded.kept += 1
    else Object.assign(seeded, { projects: seeded.projects + 1, deeds: seeded.deeds + done })
  }
  await setFrames(needs, today.slice(0, 4))
  return seeded
}

const personIn: People = (key) => `${TENANT}|${key}`
const playedBy: People = (key) =>
  developmentPerson(Object.keys(PLAYED).find((name) => PLAYED[name] === key)) ?? personIn(`social-${key}`)
/** Made-up people are numbered after what they are. */
const seatedIn =
  (number: string): People =>
  (key) =>
    developmentPerson(SEATED[number]?.[key.replace(/-\d$/, '')]) ?? personIn(key)

function developmentPerson(name: string | undefined): Person | undefined {
  const found = DEVELOPMENT_PEOPLE.find((one) => one.name === name)
  return found && `${DEVELOPMENT_TENANT}|${found.oid}`
}

const OFFICE: Actor = { kind: 'person', person: `${TENANT}|portfolio-office`, office: ['portfolio-office'], where: 'import' }

async function seedOne(needs: SeedNeeds, { registration, deeds, begun }: Whole): Promise<number | 'kept'> {
  let at = momentOf(begun, 8 * 60)
  const service = projectsOf({
    ...{ store: needs.store, member: needs.member, members: async () => [], note: async () => undefined, log: needs.log },
    ...{ portfolioIsElsewhere: false, recordsAreElsewhere: false, now: () => at },
  })
  if (await needs.store.findByNumber(registration.number)) return 'kept'
  const made = await service.register(registration, OFFICE)
  if (made.kind !== 'done') return 'kept'
  for (const deed of deeds) {
    at = deed.at
    const { project } = (await needs.store.find(registration.id))!
    const by: Actor = { kind: 'person', person: deed.by, office: [], where: 'import' }
    const acted = await service.act({ project: project.id, event: ProjectEvent.parse(deed.does(project)), by })
    if (acted.kind === 'done') continue
    const why = acted.kind === 'refused' ? `${acted.why} ${JSON.stringify(acted.about ?? {})}` : acted.kind
    throw new Error(`${registration.number} ${dayOf(deed.at)} ${deed.does(project).kind}: ${why}`)
  }
  await quiet(needs, registration.id)
  return deeds.length
}

/** Nobody is to be told today of what is played as long ago. */
async function quiet({ store, today }: SeedNeeds, project: string): Promise<void> {
  for (;;) {
    const untold = (await store.untold(500, today)).filter((one) => one.project === project)
    if (untold.length === 0) return
    await store.told(
      untold.map(({ id }) => id),
      today,
    )
  }
}

/** Rows for those with a seat, by role and never by name. */
async function savePeople(needs: SeedNeeds, social: SocialTexts, { people }: MadeUpTexts): Promise<void> {
  const ofSocial = Object.entries(social.people).map(([key, name]): [Person, string] => [playedBy(key), name])
  const ofOthers = [1, 2, 3, 4, 5, 6].flatMap((n) =>
    Object.entries(people).map(([key, name]): [Person, string] => [personIn(`${key}-${n}`), `${name} ${n}`]),
  )
  for (const [person, name] of [...ofSocial, ...ofOthers]) {
    const [tenant = '', oid = ''] = person.split('|')
    if (tenant !== TENANT) continue
    await needs.saveMember({
      ...{ tenant, oid, name, team: name, roles: ['project'], queues: [], languages: needs.languages, topics: [], capacity: 1 },
      presence: 'off-shift',
    })
  }
}

const FRAMES = [60_000_000_00, 45_000_000_00, 30_000_000_00, 90_000_000_00, 15_000_000_00]
async function setFrames({ store, today }: SeedNeeds, year: string): Promise<void> {
  for (const [n, portfolio] of PORTFOLIOS.entries()) {
    const frame = { portfolio, year, frame: FRAMES[n] ?? 0 }
    const fact = { project: `portfolio:${portfolio}`, at: today, by: `${TENANT}|portfolio-office`, where: 'import' as const }
    await store.setFrame(frame, { ...fact, action: 'frame-set', detail: { ...frame } })
  }
}
