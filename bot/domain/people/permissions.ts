import type { Role } from './roles.js'

/** What is off until the city turns it on. */
export const SWITCHES = ['statistics-per-agent'] as const
export type Switch = (typeof SWITCHES)[number]

type Rule = { for: readonly Role[]; ifOn?: Switch }

/** Everything that staff may do, and who may. There is no other list, and nobody may what is not in it. */
export const PERMISSIONS = {
  /** The queues, who waits, and how the own presence is set. */
  'desk.see': { for: ['agent', 'lead', 'reader'] },
  /** Takes a chat or a promise, and lets it go. */
  'desk.take': { for: ['agent', 'lead'] },
  /** Writes to the citizen, pushes cards and canned answers, keeps internal notes. */
  'desk.write': { for: ['agent', 'lead'] },
  'desk.transfer': { for: ['agent', 'lead'] },
  /** Makes a call-back or an e-mail of a chat. */
  'desk.convert': { for: ['agent', 'lead'] },
  'desk.close': { for: ['agent', 'lead'] },
  'desk.threat': { for: ['agent', 'lead'] },
  /** Moves a chat of somebody else's to another queue. */
  'desk.move': { for: ['lead'] },
  /** Opens or closes a queue for a while. */
  'desk.open-queue': { for: ['lead'] },
  'desk.notice': { for: ['lead'] },
  /** What could not be sent, and that mail is not connected. */
  'desk.not-sent': { for: ['lead'] },
  'transcript.read': { for: ['agent', 'lead'] },
  /** Sends a chat to the registrar as it is stored. */
  'transcript.register': { for: ['agent', 'lead'] },
  /** The number or address that somebody left to be reached by. */
  'contact.read': { for: ['agent', 'lead'] },
  /** Asks for a personal number in a form that is not in the transcript, and reads it. */
  'identity.ask': { for: ['agent', 'lead'] },
  /** "The bot was wrong", "for the service's owner". */
  'report.file': { for: ['agent', 'lead', 'editor'] },
  'report.read': { for: ['lead', 'editor'] },
  'phone.use': { for: ['agent', 'lead'] },
  /** Corrects a phone number, a link or an opening hour, and rolls a correction back. */
  'content.correct': { for: ['lead', 'editor'] },
  'staff.manage': { for: ['lead'] },
  'statistics.see': { for: ['lead', 'editor', 'reader'] },
  /** Comes in to projects. What somebody may with one of them is told by its own table. */
  'projects.use': { for: ['project', 'portfolio-office', 'portfolio-reader'] },
  'statistics.per-agent': { for: ['lead'], ifOn: 'statistics-per-agent' },
} as const satisfies Record<string, Rule>
export type Permission = keyof typeof PERMISSIONS
export const NAMES_OF_PERMISSIONS = Object.keys(PERMISSIONS) as [Permission, ...Permission[]]

const NONE: ReadonlySet<Switch> = new Set()

/** Whether somebody with these roles may do this. */
export function may(roles: readonly Role[], permission: Permission, on: ReadonlySet<Switch> = NONE): boolean {
  const rule: Rule = PERMISSIONS[permission]
  return (!rule.ifOn || on.has(rule.ifOn)) && rule.for.some((role) => roles.includes(role))
}

/** The roles of which one is enough to do this. */
export const rolesFor = (permission: Permission): readonly Role[] => PERMISSIONS[permission].for

/** Everything that somebody with these roles may do, as it is told to a page. */
export const permissionsOf = (roles: readonly Role[], on: ReadonlySet<Switch> = NONE): Permission[] =>
  NAMES_OF_PERMISSIONS.filter((permission) => may(roles, permission, on))
