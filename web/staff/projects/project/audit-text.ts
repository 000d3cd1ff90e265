import type { EventKind } from '../../../../bot/domain/projects/events.js'
import type { AsJson, AuditView } from '../../../../bot/domain/projects/project-view.js'
import type { Translate } from '../../words.js'
import { dayText } from '../texts.js'

type Row = Pick<AsJson<AuditView>['rows'][number], 'action' | 'detail'>
type Detail = Readonly<Record<string, unknown>>
type Words = { t: Translate; language: string }

/** What an event was about, for those where its name alone does not say it. */
const ABOUT: Partial<Record<EventKind, (detail: Detail, words: Words) => string>> = {
  voted: ({ choice, matter }, { t }) => `${t(`staff-projects.choice-${textOf(choice)}`)} (${textOf(matter)})`,
  'point-put': ({ point }) => textOf(point),
  'criterion-ticked': ({ criterion }, { t }) => t(`staff-projects.criterion-${textOf(criterion)}`),
  'request-revised': ({ request }) => textOf(request),
  'request-withdrawn': ({ request }) => textOf(request),
  'undo-asked': ({ decision }) => textOf(decision),
  'votes-counted': ({ matter }) => textOf(matter),
  'conflict-declared': ({ matter }) => textOf(matter),
  'meeting-called': ({ on }, { language }) => dayText(textOf(on), language),
  'meeting-moved': ({ on }, { language }) => dayText(textOf(on), language),
  'meeting-cancelled': ({ meeting }) => textOf(meeting),
  'meeting-opened': ({ meeting }) => textOf(meeting),
  'meeting-closed': ({ meeting }) => textOf(meeting),
  'minutes-signed': ({ meeting }) => textOf(meeting),
  'document-signed': ({ document }, { t }) => t(`staff-projects.document-${textOf(document)}`),
  'record-number-set': ({ recordNumber }) => textOf(recordNumber),
  'profile-changed': ({ profile }, { t }) => t(`staff-projects.profile-${textOf(profile)}`),
}
const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** A row of the audit in words: what was done, what was seen, or what was refused. */
export function auditText({ action, detail }: Row, words: Words): string {
  const { t } = words
  if (action === 'saw') return t('staff-projects.audit-saw', { what: seenText(textOf(detail['what']), t) })
  if (action === 'refused') return t('staff-projects.audit-refused', { what: refusedText(textOf(detail['event']), t) })
  const about = ABOUT[action as EventKind]?.(detail, words)
  return [t(`staff-projects.event-${action}`), about].filter(Boolean).join(': ')
}

const SEE = 'see '
const refusedText = (event: string, t: Translate): string =>
  event.startsWith(SEE) ? seenText(event.slice(SEE.length), t) : t(`staff-projects.event-${event}`)

/** "matter 3", "paper minutes 1 pdf": what it is in words, and the rest of it as it is. */
function seenText(what: string, t: Translate): string {
  const [first = '', ...rest] = what.split(' ')
  const name = t(`staff-projects.seen-${first}`)
  return [name, first === 'paper' ? seenText(rest.join(' '), t) : rest.join(' ')].filter(Boolean).join(' ')
}
