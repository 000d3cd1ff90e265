import type { z } from 'zod'
import { dayOf, type Day } from '../../../domain/projects/calendar.js'
import { Registration } from '../../../domain/projects/project.js'
import type { Acted } from '../../../domain/projects/projects.js'
import type { HttpAnswer } from '../../http-answer.js'
import { readJson } from '../../read-body.js'
import { notDone, readAnswer, refused } from './answered.js'
import { ActSent, DraftSent, FrameSent } from './asked.js'
import type { Asked, Serve } from './needs.js'
import { draftIn } from './reading.js'

// A plan of ten thousand activities is some two megabytes.
const BODY_BYTES = 5 * 1024 * 1024
const DRAFT_BYTES = 256 * 1024

/** The body as it must be, or the answer that says that it is not. */
async function sentAs<Shape extends z.ZodType>(
  asked: Asked,
  shape: Shape,
  bytes: number,
): Promise<{ sent: z.output<Shape> } | { refused: HttpAnswer }> {
  const read = await readJson(asked.request, bytes)
  if (read === 'too-large') return { refused: refused(asked, 'too-large') }
  const parsed = read === 'broken' ? undefined : shape.safeParse(read.json)
  if (parsed?.success) return { sent: parsed.data }
  // Where it is wrong, for who made the call; never what was sent.
  const faults = parsed?.error.issues.map(({ path, code }) => ({ path: path.map(String), code })).slice(0, 50)
  return { refused: refused(asked, 'unreadable', faults ? { faults } : {}) }
}

export const doAct: Serve = async (asked) => {
  const read = await sentAs(asked, ActSent, BODY_BYTES)
  if ('refused' in read) return read.refused
  const project = asked.params['id'] ?? ''
  return afterActing(asked, await asked.needs.projects.act({ project, by: asked.by, ...read.sent }), 200)
}

export const registerProject: Serve = async (asked) => {
  const read = await sentAs(asked, Registration, BODY_BYTES)
  if ('refused' in read) return read.refused
  return afterActing(asked, await asked.needs.projects.register(read.sent, asked.by), 201)
}

/** The project as it has become. Who has just left it is only told that it was done. */
async function afterActing(asked: Asked, acted: Acted, status: 200 | 201): Promise<HttpAnswer> {
  if (acted.kind !== 'done') return notDone(asked, acted)
  const view = await asked.needs.projects.view(acted.row.project.id, asked.by)
  return view.kind === 'read' ? { ...readAnswer(asked, view), status } : { status, body: {} }
}

export const setFrame: Serve = async (asked) => {
  const read = await sentAs(asked, FrameSent, DRAFT_BYTES)
  if ('refused' in read) return read.refused
  const set = await asked.needs.projects.setFrame(read.sent, asked.by)
  return set.kind === 'done' ? { status: 200, body: {} } : notDone(asked, set)
}

export const keepDraft: Serve = async (asked) => {
  const of = draftIn(asked)
  if (!of) return refused(asked, 'unreadable')
  const read = await sentAs(asked, DraftSent, DRAFT_BYTES)
  if ('refused' in read) return read.refused
  const kept = await asked.needs.projects.keepDraft({ ...of, ...read.sent }, asked.by)
  return kept.kind === 'done' ? { status: 200, body: { until: keptUntil(asked) } } : notDone(asked, kept)
}

const DAY_MS = 24 * 3_600_000
/** The day that a draft is there to at least, when it is kept now and not again. */
const keptUntil = ({ needs: { config, now } }: Asked): Day =>
  dayOf(new Date(now().getTime() + config.keep.conversationDays * DAY_MS))

export const dropDraft: Serve = async (asked) => {
  const of = draftIn(asked)
  if (!of) return refused(asked, 'unreadable')
  await asked.needs.projects.dropDraft(of, asked.by)
  return { status: 200, body: {} }
}
