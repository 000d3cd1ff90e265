import { createHash } from 'node:crypto'
import type { StoredWithSeq } from '../../domain/conversations/conversation.js'
import type { Attachment } from '../../domain/conversations/message.js'
import { ruleAt, type DisposalRule } from '../../domain/disposal/disposal-rule.js'
import type { HandOffRow } from '../../domain/desk/ports.js'
import type { StaffMember } from '../../domain/desk/staff-member.js'
import { PERSONAL_DATA, type Found, type PersonalData } from '../../domain/people/personal-data.js'
import { addFound } from '../../understanding/personal-data.js'

export const REGISTERED_AS = ['complaint', 'application'] as const
export type RegisteredAs = (typeof REGISTERED_AS)[number]

/** What is registered of a chat, before it is put in words. */
export type ChatFile = {
  as: RegisteredAs
  row: HandOffRow
  by: StaffMember
  at: Date
  /** All that was said, oldest first, as it is stored. */
  lines: readonly StoredWithSeq[]
  /** How much was masked before it was stored, by the rule that holds now. */
  masked: Found
  rule?: DisposalRule
}

type Known = Omit<ChatFile, 'masked' | 'rule'> & { rules: Iterable<DisposalRule> }

export function chatFile({ rules, ...file }: Known): ChatFile {
  const rule = ruleAt(rules, file.at)
  return { ...file, masked: maskedIn(file.lines), ...(rule ? { rule } : {}) }
}

function maskedIn(lines: readonly StoredWithSeq[]): Found {
  const found: Found = {}
  for (const { activity } of lines) {
    const { kinds = {} } = (activity.channelData?.['masked'] ?? {}) as { kinds?: Record<string, unknown> }
    addFound(found, Object.fromEntries(PERSONAL_DATA.flatMap((kind) => counted(kind, kinds[kind]))))
  }
  return found
}

const counted = (kind: PersonalData, count: unknown): [PersonalData, number][] =>
  typeof count === 'number' ? [[kind, count]] : []

/** The chat for other systems, and the hash by which it can be known again. */
export type Machine = { json: Uint8Array; sha256: string }

export function machineReadable({ as, row, by, at, lines, masked, rule }: ChatFile): Machine {
  const { id, place } = row.handOff
  const json = Buffer.from(
    JSON.stringify(
      {
        format: 'lotsen-chat',
        version: 1,
        registeredAs: as,
        registeredAt: at.toISOString(),
        chat: id,
        queue: place.queue,
        language: place.language,
        askedAt: place.askedAt.toISOString(),
        sentBy: { name: by.name, team: by.team },
        disposal: { ...(rule ? { rule: rule.id, decision: rule.decision, from: rule.from } : {}), masked },
        lines: lines.map(({ seq, activity }) => ({
          seq,
          activity: { ...activity, attachments: activity.attachments?.map(bare) },
        })),
      },
      null,
      2,
    ),
  )
  return { json, sha256: createHash('sha256').update(json).digest('hex') }
}

/** Without the key in a file's address, which lets anybody read the file. */
const bare = (attachment: Attachment): Attachment =>
  attachment.contentUrl === undefined ? attachment : { ...attachment, contentUrl: attachment.contentUrl.split('?')[0]! }
