import type { FillCard } from '../cards/templates.js'
import { decisionCard, refreshedFor } from '../cards/projects/decision-card.js'
import type { Card } from '../domain/conversations/message.js'
import type { StaffReference } from '../domain/desk/team-ports.js'
import type { Person } from '../domain/projects/actor.js'
import type { Matter } from '../domain/projects/matter.js'
import type { CardPlace, ProjectRow, ProjectStore } from '../domain/projects/ports.js'
import type { Project } from '../domain/projects/project.js'
import type { Names } from '../domain/projects/project-view.js'
import type { Effect } from '../domain/projects/stepped.js'
import type { Translate } from '../i18n/translate.js'
import { activityOf, reach, referencesOf, TEAMS, type ReachNeeds, type Way } from './projects-reach.js'

export type DecisionNeeds = ReachNeeds & {
  store: Pick<ProjectStore, 'cards' | 'placeCard' | 'dropCards' | 'places'>
  fill: FillCard
  whoIs: (people: readonly Person[]) => Promise<Names>
  /** Where a project opens; without one, all of them. */
  link: (project?: string, way?: Way) => string
}
type Cards = (language: string, t: Translate) => Card | undefined
type Asking = Extract<Effect, { ask: unknown }>

/** Puts a card that can be voted on in everybody's chat, and remembers where. How many could not be reached. */
export async function askToDecide(
  needs: DecisionNeeds,
  { project }: ProjectRow,
  { ask, matter: number, again }: Asking,
  references: ReadonlyMap<Person, StaffReference>,
): Promise<number> {
  const matter = project.matters.find((one) => one.number === number)
  // Decided or withdrawn before anybody was asked.
  if (!matter) return 0
  const cards = await cardsFor(needs, project, number)
  if (matter.body === 'steering-group') await askInPlaces(needs, project, matter, cards)
  let unreached = 0
  for (const person of ask) {
    const id = `matter|${project.id}|${number}|${matter.round}|${person}`
    const reached = await reach(needs, { person, reference: references.get(person) }, id, (language, t, way) => ({
      subject: t('project-told.ask-subject', { number: project.number, name: project.name }),
      text: t(again ? 'project-told.ask-again' : 'project-told.ask', {
        ...{ number: project.number, name: project.name, address: needs.link(project.id, way) },
      }),
      card: cards(language, t),
    }))
    if (reached.way === 'none') unreached += 1
    if (reached.way !== 'teams') continue
    const { conversation, seq } = reached
    await needs.store.placeCard({
      ...{ project: project.id, matter: number, channel: TEAMS, conversation, seq, round: matter.round, person },
      at: needs.now(),
    })
  }
  return unreached
}

/** The channel or chat of the steering group has a card too, where each who may can vote. */
async function askInPlaces(needs: DecisionNeeds, project: Project, { number, round }: Matter, cards: Cards): Promise<void> {
  for (const { conversation, language } of await needs.store.places(project.id)) {
    const card = cards(language, needs.translate(language))
    if (!card) continue
    const at = needs.now()
    // Nothing may have been said there for so long that it was forgotten.
    await needs.teams.makeReady(conversation, at)
    const id = `matter|${project.id}|${number}|${round}|${conversation}`
    const activity = activityOf({ id, language, saying: { text: card.speak ?? '', card } }, at)
    const stored = await needs.lines.append({ channel: TEAMS, conversation }, [{ activity }], at)
    // A channel that takes nothing any more is one of several ways to them: each is asked in their own chat too.
    if (stored === 'gone') continue
    const place = { project: project.id, matter: number, channel: TEAMS, conversation, seq: stored.seqs[0] ?? 0, round, at }
    await needs.store.placeCard(place)
  }
}

/** Cards of the matter, wherever they are, show it as it is now. Those of a matter that is over are not changed again. */
export async function renewCards(needs: DecisionNeeds, { project }: ProjectRow, number: number, id: string): Promise<void> {
  const places = await needs.store.cards(project.id, number)
  if (places.length === 0) return
  const cards = await cardsFor(needs, project, number)
  const steering = await needs.store.places(project.id)
  for (const place of places) {
    const ofPlace = steering.find(({ conversation }) => conversation === place.conversation)?.language
    await renew(needs, place, ofPlace ?? (await languageOf(needs, place.person)), cards, id)
  }
  if (!project.matters.some((one) => one.number === number)) await needs.store.dropCards(project.id, number)
}

async function renew(
  needs: DecisionNeeds,
  { channel, conversation, seq }: CardPlace,
  language: string,
  cards: Cards,
  id: string,
): Promise<void> {
  const card = cards(language, needs.translate(language))
  if (!card) return
  const at = needs.now()
  const activity = activityOf({ id: `renew|${id}|${conversation}`, language, saying: { text: card.speak ?? '', card } }, at)
  // Nobody needs a sound for a card that has changed.
  const { channelData: _alert, ...quiet } = activity
  await needs.lines.append({ channel, conversation }, [{ activity: quiet, edits: seq }], at)
}

async function languageOf({ member, languages }: DecisionNeeds, person: Person | undefined): Promise<string> {
  const [tenant = '', oid = ''] = (person ?? '').split('|')
  const known = person ? await member(tenant, oid) : undefined
  return known?.languages.find((one) => languages.includes(one)) ?? languages[0] ?? 'sv'
}

/** What everybody in a chat sees; each one's own view is fetched by Teams, for those whom it knows by these ids. */
async function cardsFor(needs: DecisionNeeds, project: Project, matter: number) {
  const people = refreshedFor(project, matter)
  const [references, names] = await Promise.all([referencesOf(needs, people), needs.whoIs(people)])
  const userIds = [...references.values()].flatMap(({ address }) => userIdIn(address))
  return (language: string, t: Translate): Card | undefined =>
    decisionCard(needs.fill, { project, matter, userIds, names, language, t, link: needs.link(project.id) })
}

/** What Teams calls somebody, as it was told with their address. */
function userIdIn({ user }: StaffReference['address']): string[] {
  const id = typeof user === 'object' && user !== null && 'id' in user ? user.id : undefined
  return typeof id === 'string' ? [id] : []
}
