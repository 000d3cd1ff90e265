import { z } from 'zod'
import { ADAPTIVE_CARD } from '../../cards/card-type.js'
import { projectCard, summaryLine } from '../../cards/projects/project-card.js'
import type { Summary } from '../../domain/projects/summary.js'
import type { Invoke } from '../../turn/invokes.js'
import type { Asking } from './needs.js'

/** The command's name in the manifest. */
export const FIND_PROJECT = 'findProject'

/** Each has a card of its own, and the answer is to be there within five seconds. */
const MOST = 10

const Query = z.object({
  commandId: z.literal(FIND_PROJECT),
  parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).default([]),
  queryOptions: z
    .object({ skip: z.int().min(0).max(1000).catch(0), count: z.int().min(1).max(25).catch(MOST) })
    .partial()
    .catch({}),
})

const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail'

/** Projects by number or name; without a word one's own. Their card can be put in any chat: it has nobody's buttons on it. */
export async function findProjects(asking: Asking, { value }: Invoke): Promise<object | undefined> {
  const query = Query.safeParse(value).data
  if (!query) return undefined
  const { skip = 0, count = MOST } = query.queryOptions
  const found = await foundBy(asking, textIn(query.parameters), skip + count)
  const attachments = await Promise.all(found.slice(skip, skip + count).map((one) => attachmentOf(asking, one)))
  const shown = attachments.filter((one) => one !== undefined)
  if (shown.length === 0 && skip === 0) return { composeExtension: { type: 'message', text: asking.t('projects.find.none') } }
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: shown } }
}

/** The first time nothing is written yet: Teams then sends a parameter of its own. */
const textIn = (parameters: readonly { name: string; value: unknown }[]): string => {
  const given = parameters.find(({ name }) => name === 'text')?.value
  return typeof given === 'string' ? given.trim() : ''
}

async function foundBy({ needs, by }: Asking, text: string, limit: number): Promise<readonly Summary[]> {
  if (text !== '') return needs.projects.find(text, by, limit)
  const { projects } = await needs.projects.mine(by)
  return projects.length > 0 ? projects : needs.projects.find('', by, limit)
}

async function attachmentOf({ needs, by, language, t }: Asking, summary: Summary): Promise<object | undefined> {
  const row = await needs.projects.row(summary.id, by)
  if (!row) return undefined
  return {
    contentType: ADAPTIVE_CARD,
    content: projectCard(needs.fill, { project: row.project, language, t, link: needs.link(summary.id) }),
    // Teams shows no adaptive card in a list without one.
    preview: { contentType: THUMBNAIL, content: { title: `${summary.number} ${summary.name}`, text: summaryLine(summary, t) } },
  }
}
