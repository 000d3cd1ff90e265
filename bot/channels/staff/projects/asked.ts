import { z } from 'zod'
import { DayText } from '../../../domain/projects/calendar.js'
import { DOCUMENT_KINDS } from '../../../domain/projects/documents.js'
import { ProjectEvent } from '../../../domain/projects/events.js'
import { Ore } from '../../../domain/projects/money.js'
import { NAMES_OF_PARTS } from '../../../domain/projects/plan.js'
import { PHASES } from '../../../domain/projects/points.js'
import { PROFILE_NAMES } from '../../../domain/projects/profiles.js'
import { LIGHTS } from '../../../domain/projects/progress-report.js'
import { PORTFOLIOS } from '../../../domain/projects/project.js'

const Year = z.string().regex(/^20\d\d$/)
const Count = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().max(most))
const Yes = z.literal('1').transform(() => true)

const PortfolioQuery = z.strictObject({
  text: z.string().trim().min(1).max(200).optional(),
  portfolio: z.enum(PORTFOLIOS).optional(),
  profile: z.enum(PROFILE_NAMES).optional(),
  phase: z.array(z.enum(PHASES)).min(1).optional(),
  light: z.enum(LIGHTS).optional(),
  waiting: Yes.optional(),
  late: Yes.optional(),
  mine: Yes.optional(),
  year: Year.optional(),
  from: Count(100_000).prefault('0'),
  limit: Count(200).prefault('50'),
})

/** How the portfolio is narrowed, as the address says it; undefined when it cannot be read. An empty value is as none. */
export function portfolioAsked(query: URLSearchParams, me: string) {
  const given = Object.fromEntries([...query].filter(([, value]) => value !== ''))
  const phases = query.getAll('phase').filter((value) => value !== '')
  const parsed = PortfolioQuery.safeParse({ ...given, ...(phases.length > 0 ? { phase: phases } : {}) }).data
  if (!parsed) return undefined
  const { text, portfolio, profile, phase, light, waiting, late, mine, year, from, limit } = parsed
  return {
    filter: { text, portfolio, profile, phases: phase, light, isWaiting: waiting, ...(mine ? { person: me } : {}) },
    ...{ isLate: late, year, from, limit },
  }
}

export const ActSent = z.strictObject({
  event: ProjectEvent,
  key: z.string().min(1).max(100).optional(),
  seen: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})
export const FrameSent = z.strictObject({ portfolio: z.enum(PORTFOLIOS), year: Year, frame: Ore.nonnegative() })

export const DraftKind = z.enum(['status-report', 'progress-report', 'change-request'])
export const DraftSent = z.strictObject({ said: z.record(z.string().max(100), z.unknown()), page: z.int().min(0).max(50) })
export const About = z.string().max(40).default('')

/** As an address has it: no more digits than the database counts in. */
export const NumberAsked = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)

export const FilingAsked = z.strictObject({
  kind: z.enum([
    ...(['plan', 'change-request', 'status-report', 'progress-report'] as const),
    ...(['decision', 'minutes', 'document', 'follow-up'] as const),
  ]),
  of: z.enum(DOCUMENT_KINDS).optional(),
  number: NumberAsked,
  revision: NumberAsked,
})
/** What a project's workbook is: its plan as it is, or the same to fill in. */
export const SheetAsked = z.enum(['plan', 'template'])
export const PartAsked = z.enum(NAMES_OF_PARTS)
export const WeekAsked = DayText.optional()
