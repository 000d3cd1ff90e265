import { timelineSvg } from '../../cards/timeline-svg.js'
import type { SavedPlan } from '../../domain/permits/saved-plan.js'
import { soon } from '../soon.js'
import { calendarFile } from './calendar.js'
import { choicesOf, type Choices } from './choices.js'
import type { Asked, PlansNeeds } from './needs.js'
import { planPageHtml } from './page-html.js'
import { planPdf } from './pdf.js'
import { svgToPng } from './png.js'
import { busyHtml, missingHtml, unreachableHtml } from './problem-html.js'
import { sendFile, sendHtml } from './send.js'
import { toldPlan, type ToldPlan } from './told-plan.js'
import { tooFast } from './too-fast.js'

/** What of which plan is asked for. */
export type Wanted = { id: string; what: 'page' | 'pdf' | 'ics' | 'svg' | 'png' }

const PATIENCE = 2_000
const NAME = /^(?<id>[A-Za-z0-9_-]{16,64})(?:\.(?<what>pdf|ics))?$/
const PICTURE = /^timeline\.(?<what>svg|png)$/

/** Reads the parts of an address; undefined when it can be none of ours. */
export function shownFile({ name, picture }: { name?: string; picture?: string }): Wanted | undefined {
  const { id, what: file } = NAME.exec(name ?? '')?.groups ?? {}
  if (id === undefined) return undefined
  if (picture === undefined) return { id, what: (file as 'pdf' | 'ics' | undefined) ?? 'page' }
  const what = PICTURE.exec(picture)?.groups?.['what']
  return file === undefined && (what === 'svg' || what === 'png') ? { id, what } : undefined
}

/** GET /plans/…: a stored plan for whoever has its address. The address is in no log: it is all that is needed to read the plan. */
export async function showPlan(needs: PlansNeeds, asked: Asked, wanted: Wanted | undefined): Promise<void> {
  const choices = choicesOf(needs, asked)
  const said = { language: choices.language, t: needs.translate(choices.language), content: needs.content() }
  const seconds = await tooFast(needs, asked, 'plans')
  if (seconds !== undefined) return sendHtml(asked, needs, 429, busyHtml(said, seconds), { 'retry-after': String(seconds) })
  const found = wanted && (await find(needs, wanted))
  if (found === 'unreachable') return sendHtml(asked, needs, 503, unreachableHtml(said), { 'retry-after': '30' })
  if (!found) return sendHtml(asked, needs, 404, missingHtml(said))
  return send(needs, asked, wanted.what, found, choices)
}

async function find({ plans, now, log }: PlansNeeds, { id }: Wanted): Promise<SavedPlan | undefined | 'unreachable'> {
  try {
    return await soon(plans.find(id, now()), PATIENCE)
  } catch (error) {
    // Not the error itself: a database may put into its words what it was asked for.
    log.error({ kind: error instanceof Error ? error.name : typeof error }, 'a plan cannot be read')
    return 'unreachable'
  }
}

async function send(needs: PlansNeeds, asked: Asked, what: Wanted['what'], saved: SavedPlan, choices: Choices): Promise<void> {
  const told = toldPlan(needs, saved, choices)
  if (what === 'page')
    return sendHtml(asked, needs, 200, planPageHtml({ told, config: needs.config, translate: needs.translate }))
  const { type, make } = FILES[what]
  sendFile(asked, needs, type, await make(told, needs.now()), `${told.teller.t('plan.file')}.${what}`)
}

const FILES: Readonly<
  Record<Exclude<Wanted['what'], 'page'>, { type: string; make: (told: ToldPlan, at: Date) => Promise<Uint8Array> }>
> = {
  pdf: { type: 'application/pdf', make: planPdf },
  ics: { type: 'text/calendar; charset=utf-8', make: async (told, at) => Buffer.from(await calendarFile(told, at)) },
  svg: { type: 'image/svg+xml; charset=utf-8', make: async (told) => Buffer.from(pictureOf(told)) },
  png: { type: 'image/png', make: async (told) => svgToPng(pictureOf(told)) },
}

const pictureOf = ({ schedule, teller }: ToldPlan): string => timelineSvg(schedule, teller)
