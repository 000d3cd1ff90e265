import type { Day } from './calendar.js'
import type { Summary } from './summary.js'

/**
 * Hands a package of something registered to the city's records system. `name` is the same for the same thing, so that twice is once. Rejects
 * when it could not be taken: it is tried again.
 */
export type RecordsGateway = (handed: { name: string; recordNumber: string; bytes: Uint8Array }) => Promise<void>

/** Hands the figures of all projects, as they are on a day, to the city's portfolio system. The newest takes the place of the one before. */
export type PortfolioGateway = (handed: { day: Day; projects: readonly Summary[] }) => Promise<void>
