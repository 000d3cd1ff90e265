import { z } from 'zod'
import { decisionCard, refreshedFor } from '../../cards/projects/decision-card.js'
import { refusalText } from '../../cards/projects/refusal-text.js'
import type { Card } from '../../domain/conversations/message.js'
import { CHOICES } from '../../domain/projects/matter.js'
import { ProjectEvent } from '../../domain/projects/events.js'
import type { ProjectRow } from '../../domain/projects/ports.js'
import type { Acted } from '../../domain/projects/projects.js'
import { everybody } from '../../domain/projects/telling.js'
import { personSkill } from '../../turn/staff-skill.js'
import type { Inbound } from '../../turn/turn.js'
import { askingOf } from './asking.js'
import type { Asking, ProjectsNeeds } from './needs.js'
import { keyOf } from './press-projects.js'
import { tell, type Told } from './told.js'

const About = { project: z.string().min(1).max(100), matter: z.coerce.number().int().positive() }
const Words = z.string().max(4000).default('')
const Press = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('project.matter'), ...About }),
  z.object({ verb: z.literal('project.conflict'), ...About }),
  z.object({
    verb: z.literal('project.vote'),
    ...About,
    hash: z.string().max(100),
    choice: z.enum(CHOICES),
    motive: Words,
    conditions: Words,
  }),
])
type MatterPress = z.infer<typeof Press>
type Deed = Exclude<MatterPress, { verb: 'project.matter' }>

/**
 * Buttons of a decision card. Whatever is pressed, and by whomever, the answer is the card as that person may see it now, with why nothing
 * was done on it: too late, not theirs, another revision than they saw.
 */
export const vote = (needs: ProjectsNeeds) =>
  personSkill<MatterPress, Told>({
    name: 'vote',
    ask: ({ said }) => (said.kind === 'press' ? Press.safeParse(said.press).data : undefined),
    async act(who, press, inbound) {
      const asking = await askingOf(needs, who, 'card', inbound.locale)
      return { language: asking.language, isInvoke: inbound.inResponse, ...(await answered(asking, press, inbound)) }
    },
    answer: tell,
  })

type Answered = Pick<Told, 'text' | 'card'>

async function answered(asking: Asking, press: MatterPress, inbound: Pick<Inbound, 'key' | 'id'>): Promise<Answered> {
  const { needs, by, t } = asking
  // Before anything is looked at: it is written down who saw what, and who was refused; one that is decided is nobody's secret.
  const acted = press.verb === 'project.matter' ? await seen(asking, press) : await done(asking, press, inbound)
  const row = await needs.projects.row(press.project, by)
  if (!row) return { text: t('projects.gone') }
  if (acted === 'unreadable') return shownTo(asking, row, press, t('project-refused.old-revision'))
  return shownTo(asking, row, press, acted?.kind === 'refused' ? refusalText(acted, row.project, t) : undefined)
}

async function seen({ needs, by }: Asking, { project, matter }: MatterPress): Promise<undefined> {
  await needs.projects.matter(project, matter, by)
}

async function done({ needs, by }: Asking, press: Deed, inbound: Pick<Inbound, 'key' | 'id'>): Promise<Acted | 'unreadable'> {
  const event = ProjectEvent.safeParse(eventOf(press)).data
  return event ? needs.projects.act({ project: press.project, event, by, key: keyOf(inbound) }) : 'unreadable'
}

function eventOf(press: Deed): unknown {
  if (press.verb === 'project.conflict') return { kind: 'conflict-declared', matter: press.matter }
  const { matter, hash, choice, motive, conditions } = press
  // What was typed for another choice stays on the card, and is no part of this one.
  return { kind: 'voted', matter, hash, choice, motive, conditions: choice === 'approve-with-conditions' ? conditions : '' }
}

async function shownTo(asking: Asking, row: ProjectRow, press: MatterPress, problem: string | undefined): Promise<Answered> {
  const typed = problem && press.verb === 'project.vote' ? { motive: press.motive, conditions: press.conditions } : undefined
  const card = await matterCard(asking, row, press.matter, { problem, typed })
  return card ? { text: problem ?? '', card } : { text: asking.t('projects.decision.none') }
}

type More = { problem?: string; typed?: { motive: string; conditions: string }; isForAll?: boolean }

/** A matter's card as somebody sees it, or as everybody in a chat does. */
export async function matterCard(
  asking: Asking,
  { project }: ProjectRow,
  matter: number,
  more: More = {},
): Promise<Card | undefined> {
  const { needs, by, language, t } = asking
  const [names, userIds] = await Promise.all([
    needs.projects.whoIs(everybody(project)),
    needs.mrisOf(refreshedFor(project, matter)),
  ])
  const { isForAll, problem, typed } = more
  const shown = { project, matter, userIds, names, language, t, link: needs.link(project.id), problem, typed }
  return decisionCard(needs.fill, isForAll ? shown : { ...shown, by })
}
