import { z } from 'zod'

// Ids are keys in the database, and a key has a greatest length there.
const Id = z.string().min(1).max(800)
const Account = z.object({ id: Id, aadObjectId: z.string().max(100).nullish() })
/** Text that we can do without when it is not as it should be. */
const optional = (longest: number) => z.string().max(longest).nullish().catch(undefined)

const Tenant = z.object({ tenant: z.object({ id: z.string().max(100) }).nullish() })
const Attachment = z.object({ contentType: z.string().max(200), name: optional(300) })
const Mention = z.object({ type: z.literal('mention'), mentioned: z.object({ id: z.string() }), text: z.string().min(1) })

/** An activity as the Bot Framework sends it: what we use of it. Everything else is dropped. */
export const BotActivity = z.object({
  type: z.string().min(1).max(100),
  id: Id.nullish(),
  channelId: z.string().min(1).max(50),
  serviceUrl: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .nullish(),
  conversation: z.object({
    id: Id,
    conversationType: optional(50),
    isGroup: z.boolean().nullish(),
    tenantId: optional(100),
  }),
  from: Account,
  recipient: z.object({ id: Id, name: optional(200) }).nullish(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  name: optional(200),
  /** What became of an installation: 'add', 'remove' and others. */
  action: optional(50),
  locale: optional(35),
  deliveryMode: optional(50),
  membersAdded: z.array(z.object({ id: z.string() })).nullish(),
  attachments: z.array(Attachment).nullish(),
  entities: z
    .array(z.unknown())
    .nullish()
    .transform((all) => (all ?? []).flatMap((entity) => Mention.safeParse(entity).data ?? [])),
  channelData: Tenant.nullish().catch(undefined),
})
export type BotActivity = z.infer<typeof BotActivity>
