import type { Content } from '../domain/content/content.js'
import type { OutgoingLines } from '../domain/conversations/sending.js'
import type { RateStore } from '../domain/conversations/rates.js'
import type { DeskNotice, DeskStore } from '../domain/desk/ports.js'
import { staffIdOf, type StaffMember } from '../domain/desk/staff-member.js'
import type { PlacedChannel, StaffReference, TeamStore } from '../domain/desk/team-ports.js'
import { contentLanguage } from '../domain/language.js'
import type { MailStore } from '../domain/mail.js'
import type { Translate } from '../i18n/translate.js'
import type { Log } from '../telemetry/log.js'
import { digestsOf, type Digest } from './staff-digests.js'

export type TellStaffNeeds = {
  desk: Pick<DeskStore, 'untoldNotices' | 'told' | 'staff'>
  teams: Pick<TeamStore, 'channels' | 'parkingTold' | 'reachable' | 'makeReady'>
  lines: OutgoingLines
  mails: Pick<MailStore, 'put'>
  rates: RateStore
  content: () => Content
  translate: (language: string) => Translate
  languages: readonly string[]
  deskLink: () => string
  now: () => Date
  log: Log
}

const TEAMS = 'msteams'
const AT_ONCE = 500
const SECONDS_BETWEEN = 60

/**
 * Tells leads and owners what they must know: leads in their chat with the bot, or by mail when they have not installed it; owners by mail.
 * What nobody could be told of stays untold, and is seen at the desk. Notices to agents and teams are the desk's own.
 */
export async function tellStaff(needs: TellStaffNeeds): Promise<void> {
  const [notices, staff, channels] = await Promise.all([
    needs.desk.untoldNotices(AT_ONCE, ['lead', 'owner']),
    needs.desk.staff(['lead']),
    needs.teams.channels(),
  ])
  const parked = channels.filter(({ isParked, isParkingTold }) => isParked && !isParkingTold)
  if (notices.length === 0 && parked.length === 0) return
  const { queues } = needs.content()
  const all = [...notices, ...parked.map(noticeOf)]
  const digests = digestsOf(all, staff, (queue) => queues.get(queue)?.owner, needs.now())
  const references = await needs.teams.reachable(staff)
  const told = new Set<string>()
  for (const digest of digests) if (await tell(needs, digest, references)) digest.notices.forEach(({ id }) => told.add(id))
  const at = needs.now()
  await needs.desk.told(
    notices.flatMap(({ id }) => (told.has(id) ? id : [])),
    at,
  )
  for (const { conversation } of parked) if (told.has(conversation)) await needs.teams.parkingTold(conversation, at)
}

/** A channel that Teams takes nothing in is told of like everything else; its own id stands for the notice's. */
const noticeOf = ({ conversation, queue, since }: PlacedChannel): DeskNotice => ({
  id: conversation,
  at: since,
  to: { kind: 'lead', queue },
  what: 'channel-gone',
  handOff: '',
})

/** True when it has been stored for sending. Nobody is told of the same kind of thing more than once a minute: the rest waits for the next. */
async function tell(needs: TellStaffNeeds, digest: Digest, references: readonly StaffReference[]): Promise<boolean> {
  const { to, what } = digest
  const reached = to.kind === 'member' ? references.find((one) => staffIdOf(one) === staffIdOf(to.member)) : undefined
  const mail = to.kind === 'member' ? to.member.email : to.address
  if (!reached && !mail) return false
  const name = to.kind === 'member' ? staffIdOf(to.member) : to.address
  if ((await needs.rates.count(`told|${what}|${name}`, needs.now(), SECONDS_BETWEEN)) > 1) return false
  if (reached && (await sendMessage(needs, digest, reached))) return true
  if (!mail) return false
  await sendMail(needs, digest, mail)
  return true
}

async function sendMessage(needs: TellStaffNeeds, digest: Digest, { conversation }: StaffReference): Promise<boolean> {
  const at = needs.now()
  const language = languageOf(needs, digest)
  await needs.teams.makeReady(conversation, at)
  const text = [...sentences(needs, digest), linkText(needs, language)].join('\n\n')
  const activity = {
    id: keyOf(digest),
    type: 'message' as const,
    timestamp: at.toISOString(),
    from: { id: 'lotsen', role: 'bot' as const },
    text,
    textFormat: 'markdown' as const,
    locale: language,
    // A line in the feed of Teams, since this is about now.
    channelData: { notification: { alert: true } },
  }
  return (await needs.lines.append({ channel: TEAMS, conversation }, [{ activity }], at)) !== 'gone'
}

async function sendMail(needs: TellStaffNeeds, digest: Digest, to: string): Promise<void> {
  const language = languageOf(needs, digest)
  const text = [...sentences(needs, digest), linkText(needs, language)].join('\n\n')
  const subject = needs.translate(language)(`teams.told.${digest.what}-subject`)
  await needs.mails.put({ key: keyOf(digest), to, subject, text }, needs.now())
}

/** One sentence for each queue, with how many. */
function sentences(needs: TellStaffNeeds, digest: Digest): string[] {
  const language = languageOf(needs, digest)
  const t = needs.translate(language)
  const counts = new Map<string, number>()
  for (const { to } of digest.notices) if ('queue' in to) counts.set(to.queue, (counts.get(to.queue) ?? 0) + 1)
  return [...counts].map(([id, count]) => {
    const queue = needs.content().queues.get(id)?.name[contentLanguage(language)] ?? id
    return count === 1 ? t(`teams.told.${digest.what}-one`, { queue }) : t(`teams.told.${digest.what}`, { queue, count })
  })
}

const linkText = (needs: TellStaffNeeds, language: string): string =>
  needs.translate(language)('teams.told.open-desk', { address: needs.deskLink() })

const languageOf = ({ languages }: TellStaffNeeds, { to }: Digest): string => {
  const theirs: StaffMember['languages'] = to.kind === 'member' ? to.member.languages : []
  return theirs.find((language) => languages.includes(language)) ?? languages[0] ?? 'sv'
}

/** The same digest twice is sent once. */
const keyOf = ({ what, notices, to }: Digest): string =>
  `told-${what}-${to.kind === 'member' ? to.member.oid : to.kind}-${notices.length}-${notices[0]?.id ?? ''}`
