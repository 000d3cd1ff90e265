import type { z } from 'zod'
import { WEEKDAYS } from '../desk/opening-hours.js'
import type { Form } from './fields.js'

/** What is wrong with a value, to be said in words: the key of them, and where. `line` counts from 1. */
export type ValueFault = { fault: string; line?: number; day?: string; language?: string }

type Path = readonly PropertyKey[]

const lineAt = (path: Path): { line?: number } => {
  const line = path.find((part) => typeof part === 'number')
  return line === undefined ? {} : { line: line + 1 }
}

/** Spans of a day: of the value itself the fault is at the day, of a span at its number, and of a time of day deeper still. */
const SPAN_FAULTS = ['overlap', 'ends-before', 'time'] as const
const spanFault = (inDay: Path): string => SPAN_FAULTS[Math.min(inDay.length, 2)]!

const FAULTS: Readonly<Record<Form, (path: Path) => ValueFault>> = {
  phone: () => ({ fault: 'phone' }),
  phones: (path) => ({ fault: 'phone', ...lineAt(path) }),
  sureness: () => ({ fault: 'sureness' }),
  emails: (path) => ({ fault: 'email', ...lineAt(path) }),
  address: () => ({ fault: 'address' }),
  link: () => ({ fault: 'address' }),
  words: ([language]) => ({ fault: 'words', ...(typeof language === 'string' ? { language } : {}) }),
  text: () => ({ fault: 'text' }),
  week: ([day, ...inDay]) => (isWeekday(day) ? { fault: spanFault(inDay), day } : { fault: 'never-open' }),
  'named-days': ([day, ...inDay]) => (typeof day === 'string' ? { fault: spanFault(inDay), day } : { fault: 'unreadable' }),
  exceptions: (path) => exceptionFault(path),
}

const isWeekday = (day: PropertyKey | undefined): day is (typeof WEEKDAYS)[number] => WEEKDAYS.some((known) => known === day)

const OF_EXCEPTION: Readonly<Record<string, string>> = { from: 'date', to: 'date', reason: 'reason' }
function exceptionFault(path: Path): ValueFault {
  const [, part, ...inside] = path
  if (part === undefined) return { fault: path.length === 0 ? 'unreadable' : 'ends-before-day', ...lineAt(path) }
  return { fault: part === 'open' ? spanFault(inside) : (OF_EXCEPTION[String(part)] ?? 'unreadable'), ...lineAt(path) }
}

/** The first thing that is wrong, as the schema found it. Its message is for those who write files; this is for who fills in a form. */
export const faultIn = (form: Form, issue: z.core.$ZodIssue | undefined): ValueFault =>
  issue ? FAULTS[form](issue.path) : { fault: 'unreadable' }

/** Every fault that there are words for. */
export const FAULT_NAMES = [
  ...['phone', 'sureness', 'email', 'address', 'words', 'text', 'never-open', 'overlap', 'ends-before', 'time'],
  ...['date', 'reason', 'ends-before-day', 'unreadable'],
] as const
