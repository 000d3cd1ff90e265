import type { Content } from '../domain/content/content.js'
import type { DeskNotice, QueueNotice, SecureAsk } from '../domain/desk/ports.js'
import type { StaffId } from '../domain/desk/staff-member.js'
import type { Permission } from '../domain/people/permissions.js'
import type { NotSent } from './lead-view-of.js'
import type { DeskSeen } from './read-desk.js'

/** What every desk's view is made of: read once, for all desks that are open. */
export type Overview = DeskSeen & {
  notices: readonly DeskNotice[]
  said: readonly QueueNotice[]
  notSent: NotSent | undefined
  secureAsks: readonly SecureAsk[]
  /** Hand-offs whose citizen has the chat open. */
  there: ReadonlySet<string>
  content: Content
  withApp: ReadonlySet<StaffId>
  /** What nobody can do here, whatever their role: there is no system for it. */
  notSetUp: readonly Permission[]
}
