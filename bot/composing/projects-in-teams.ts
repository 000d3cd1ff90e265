import { decisionCard, refreshedFor } from '../cards/projects/decision-card.js'
import type { FillCard } from '../cards/templates.js'
import type { Config } from '../config/config.js'
import { DEVELOPMENT_TENANT } from '../domain/people/staff-identity.js'
import type { Person } from '../domain/projects/actor.js'
import type { Projects } from '../domain/projects/projects.js'
import type { ProjectRow } from '../domain/projects/ports.js'
import { everybody } from '../domain/projects/telling.js'
import type { Translate } from '../i18n/translate.js'
import { activityOf, referencesOf, TEAMS } from '../jobs/projects-reach.js'
import { projectInvokes, projectsInTeams } from '../skills/projects/index.js'
import type { ProjectsNeeds, SteeringPlaces } from '../skills/projects/needs.js'
import type { Stores } from '../store/stores.js'

type Needs = {
  stores: Pick<Stores, 'projects' | 'teams' | 'lines'>
  config: Pick<Config, 'languages' | 'botService' | 'staff' | 'keep'>
  projects: Projects
  fill: FillCard
  translate: (language: string) => Translate
  now: () => Date
  /** Where the staff's page opens a project, or all of them. */
  link: (project?: string) => string
}

/** Projects in Teams: what is said and pressed there, and what dialogs and the message extension ask for. */
export function inTeamsOfProjects(needs: Needs) {
  const { stores, config, projects, fill, translate, now, link } = needs
  const mrisOf = async (people: readonly Person[]): Promise<string[]> =>
    [...(await referencesOf({ teams: stores.teams }, people)).values()].flatMap(({ address }) => userIdIn(address))
  const common = {
    projects,
    fill,
    translate,
    languages: config.languages,
    draftDays: config.keep.conversationDays,
    link,
    mrisOf,
    now,
  }
  const places: ProjectsNeeds['places'] = {
    ...placesOf(stores.projects, now),
    show: (row, conversation, language) => show(common, stores, row, conversation, language),
  }
  const ours = config.staff.development ? DEVELOPMENT_TENANT : config.botService?.tenant
  return {
    skills: projectsInTeams({ ...common, places }),
    invoke: projectInvokes(common, (tenant) => tenant === ours),
  }
}

/** Who shows what waits for decisions to everybody in a channel, and who stops it, is written down. */
function placesOf(store: Stores['projects'], now: () => Date): Omit<SteeringPlaces, 'show'> {
  const note = (project: string, by: Person, action: string, conversation: string): Promise<void> =>
    store.note({ project, at: now(), by, where: 'chat', action, detail: { conversation } })
  return {
    async openPlace(place, kind, address) {
      await store.openPlace(place, kind, address)
      await note(place.project, place.by, 'steering-place-opened', place.conversation)
    },
    async closePlaces(conversation, by) {
      const closed = await store.closePlaces(conversation)
      for (const project of closed) await note(project, by, 'steering-place-closed', conversation)
      return closed.length
    },
  }
}

/** What waits for the steering group already, as everybody sees it; where the card is, is remembered. */
async function show(
  { projects, fill, translate, link, mrisOf, now }: ProjectsNeeds,
  { lines, projects: store }: Needs['stores'],
  { project }: ProjectRow,
  conversation: string,
  language: string,
): Promise<void> {
  const at = now()
  const names = await projects.whoIs(everybody(project))
  for (const { number, round } of project.matters.filter(({ body }) => body === 'steering-group')) {
    const userIds = await mrisOf(refreshedFor(project, number))
    const shown = { project, matter: number, userIds, names, language, t: translate(language), link: link(project.id) }
    const card = decisionCard(fill, shown)
    if (!card) continue
    const id = `matter|${project.id}|${number}|${round}|${conversation}`
    const activity = activityOf({ id, language, saying: { text: card.speak ?? '', card } }, at)
    const stored = await lines.append({ channel: TEAMS, conversation }, [{ activity }], at)
    if (stored === 'gone') continue
    const place = { project: project.id, matter: number, channel: TEAMS, conversation, seq: stored.seqs[0] ?? 0, round, at }
    await store.placeCard(place)
  }
}

/** What Teams calls somebody, as it was told with their address. */
function userIdIn(address: Record<string, unknown>): string[] {
  const { user } = address
  const id = typeof user === 'object' && user !== null && 'id' in user ? user.id : undefined
  return typeof id === 'string' ? [id] : []
}
