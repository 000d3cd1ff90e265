import type { Card } from '../domain/conversations/message.js'
import type { OutgoingLines } from '../domain/conversations/sending.js'
import type { StaffReference, TeamStore } from '../domain/desk/team-ports.js'
import type { StaffMember } from '../domain/desk/staff-member.js'
import type { MailStore } from '../domain/mail.js'
import type { Person } from '../domain/projects/actor.js'
import type { Translate } from '../i18n/translate.js'
import { ADAPTIVE_CARD } from '../cards/card-type.js'

export type ReachNeeds = {
  teams: Pick<TeamStore, 'reachable' | 'makeReady'>
  lines: OutgoingLines
  mails: Pick<MailStore, 'put'>
  member: (tenant: string, oid: string) => Promise<StaffMember | undefined>
  translate: (language: string) => Translate
  /** BCP 47; the first is that of somebody of whom nothing is known. */
  languages: readonly string[]
  now: () => Date
}

/** What is said to one person: `text` is Markdown, and all there is in a mail, where it is put without its marks. */
export type Saying = { subject: string; text: string; card?: Card }
/** A link in Teams opens the tab; in a mail it opens the page. */
export type Way = 'teams' | 'mail'
export type Reached = { way: 'teams'; conversation: string; seq: number } | { way: 'mail' } | { way: 'none' }

export const TEAMS = 'msteams'

const whoIn = (person: Person) => {
  const [tenant = '', oid = ''] = person.split('|')
  return { tenant, oid }
}

/** Where each of these is reached in Teams. Who has not installed the app, or has removed it, is not among them. */
export async function referencesOf(
  { teams }: Pick<ReachNeeds, 'teams'>,
  people: readonly Person[],
): Promise<ReadonlyMap<Person, StaffReference>> {
  const references = people.length === 0 ? [] : await teams.reachable(people.map(whoIn))
  return new Map(references.map((one) => [`${one.tenant}|${one.oid}`, one]))
}

/**
 * Tells one person something, once for each `id`: in their chat with the bot, otherwise by mail. `none` when there is no way to them yet:
 * what they would have heard is in the tab.
 */
export async function reach(
  needs: ReachNeeds,
  to: { person: Person; reference?: StaffReference },
  id: string,
  say: (language: string, t: Translate, way: Way) => Saying,
): Promise<Reached> {
  const { tenant, oid } = whoIn(to.person)
  const member = await needs.member(tenant, oid)
  const language = member?.languages.find((one) => needs.languages.includes(one)) ?? needs.languages[0] ?? 'sv'
  const sayingBy = (way: Way): Saying => say(language, needs.translate(language), way)
  const said = to.reference && (await sayInTeams(needs, to.reference, { id, language, saying: sayingBy('teams') }))
  if (said) return said
  if (!member?.email) return { way: 'none' }
  const { subject, text } = sayingBy('mail')
  await needs.mails.put({ key: id, to: member.email, subject, text: asRead(text) }, needs.now())
  return { way: 'mail' }
}

/** A mail is read as it stands: the marks of Markdown would be read with it. */
const asRead = (markdown: string): string =>
  markdown
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/\[([^\]\\]+)\]\((\S+?)\)/g, '$1: $2')
    .replace(/\\([\\*_[\]()#`~|])/g, '$1')

async function sayInTeams(
  needs: ReachNeeds,
  { conversation }: StaffReference,
  said: { id: string; language: string; saying: Saying },
): Promise<Reached | undefined> {
  const at = needs.now()
  await needs.teams.makeReady(conversation, at)
  const stored = await needs.lines.append({ channel: TEAMS, conversation }, [{ activity: activityOf(said, at) }], at)
  return stored === 'gone' ? undefined : { way: 'teams', conversation, seq: stored.seqs[0] ?? 0 }
}

/** A line of the bot's as it is stored; with a card, its words are for who cannot see it. */
export const activityOf = (
  { id, language, saying: { text, card } }: { id: string; language: string; saying: Pick<Saying, 'text' | 'card'> },
  at: Date,
) => ({
  ...{ id, type: 'message' as const, timestamp: at.toISOString(), locale: language },
  from: { id: 'lotsen', role: 'bot' as const },
  ...(card
    ? { attachments: [{ contentType: ADAPTIVE_CARD, content: card }], speak: card.speak ?? asRead(text) }
    : { text, textFormat: 'markdown' as const }),
  // A line in the feed of Teams: somebody is waiting for them.
  channelData: { notification: { alert: true } },
})
