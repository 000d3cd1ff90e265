import { z } from 'zod'
import type { Content } from '../../../domain/content/content.js'
import type { Wanted } from '../../../desk/people/change-person.js'
import { ROLES } from '../../../domain/people/roles.js'

const When = z.iso.datetime().transform((text) => new Date(text))
const Line = z.string().trim().max(80)
const several = <Item extends z.ZodType>(item: Item) => z.array(item).max(100).readonly()

/** `tenant|oid`, as the sign-in page tells it. Letters of an oid are as Entra ID writes them. */
export const PersonId = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z.-]{1,100}\|[0-9A-Za-z-]{8,64}$/)
  .transform((text) => {
    const [tenant = '', oid = ''] = text.toLowerCase().split('|')
    return { tenant, oid }
  })

/** What a lead sends: a stranger's word until parsed. What is not in `change` stays; null takes away. */
export const ChangeSent = z.strictObject({
  id: PersonId,
  expects: z.number().int().min(0).optional(),
  change: z
    .strictObject({
      name: Line,
      team: Line.min(1),
      roles: several(z.enum(ROLES)),
      queues: several(z.string()),
      languages: several(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)),
      topics: several(z.string()),
      capacity: z.number().int().min(1).max(20),
      email: z.email().max(200).nullable(),
      shift: z
        .strictObject({ from: When, until: When })
        .refine(({ from, until }) => from < until)
        .nullable(),
    })
    .partial(),
})
export const DismissSent = z.strictObject({ id: PersonId })

/** As it is wanted; undefined when it names a queue or a topic that there is not. */
export function wantedBy({ id: who, expects, change }: z.infer<typeof ChangeSent>, content: Content): Wanted | undefined {
  const { queues = [], topics = [], email, shift, ...same } = change
  if (!queues.every((queue) => content.queues.has(queue))) return undefined
  if (!topics.every((topic) => content.lifeSituations.has(topic))) return undefined
  return {
    who,
    ...(expects === undefined ? {} : { expects }),
    change: {
      ...same,
      ...(change.queues ? { queues } : {}),
      ...(change.topics ? { topics } : {}),
      ...(email === undefined ? {} : { email: email ?? undefined }),
      ...(shift === undefined ? {} : { shift: shift ?? undefined }),
    },
  }
}
