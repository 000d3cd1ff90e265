import type { Goal } from '../report.js'
import type { Run } from './in-process.js'
import { meanReciprocalRank, top, type Judged } from './metrics.js'
import type { Chatbot, INTENT_SETS } from './public-sets.js'

const MEGABYTE = 1_000_000
const atLeast = (what: string, found: number, goal: number): Goal => ({ what, found: found * 100, unit: ' %', atLeast: goal })

/** Groups of questions with the goals for the first answer and the first three. */
const OF_QUESTIONS = {
  'Swedish direct': { language: 'sv', stratum: 'direct', goals: [85, 95] },
  'Swedish indirect': { language: 'sv', stratum: 'indirect', goals: [55, 75] },
  English: { language: 'en', stratum: undefined, goals: [65, 85] },
} as const

type Asked = { language: string; stratum: string; judged: Judged }

export const questionGoals = (asked: readonly Asked[]): Goal[] =>
  Object.entries(OF_QUESTIONS).flatMap(([name, { language, stratum, goals }]) => {
    const judged = asked
      .filter((one) => one.language === language && (stratum === undefined || one.stratum === stratum))
      .map((one) => one.judged)
    return judged.length === 0
      ? []
      : [atLeast(`${name}, top-1`, top(judged, 1), goals[0]), atLeast(`${name}, top-3`, top(judged, 3), goals[1])]
  })

/** What the best found so far reached, top-1 in per cent. */
const OF_SETS: Partial<Record<keyof typeof INTENT_SETS | `HINT3 ${Chatbot}`, number>> = {
  SweFAQ: 55,
  'CLINC150 full': 93,
  'CLINC150 10-shot': 82.5,
  'Banking77 10-shot': 77,
  'MASSIVE 20-shot sv': 73,
  'MASSIVE 20-shot fi': 73,
  'HINT3 curekart': 85,
  'HINT3 sofmattress': 75,
  'HINT3 powerplay11': 62,
}
const SWEFAQ_MRR = 64

export function setGoals(name: keyof typeof OF_SETS, judged: readonly Judged[]): Goal[] {
  const goal = OF_SETS[name]
  if (goal === undefined) return []
  const first = atLeast(`${name}, top-1`, top(judged, 1), goal)
  return name === 'SweFAQ' ? [first, atLeast(`${name}, MRR@5`, meanReciprocalRank(judged), SWEFAQ_MRR)] : [first]
}

export const speedGoals = ({ p50 = NaN, p99 = NaN, memory, load }: Run): Goal[] => [
  { what: 'a question, p50', found: p50, unit: ' ms', atMost: 1 },
  { what: 'a question, p99', found: p99, unit: ' ms', atMost: 5 },
  { what: 'memory of the finder', found: memory / MEGABYTE, unit: ' MB', atMost: 150 },
  { what: 'load', found: load / 1000, unit: ' s', atMost: 1 },
]

export const languageGoals = ({ macro, sv }: { macro: number; sv: number }): Goal[] => [
  { what: 'language of a short text, macro', found: macro, unit: ' %', atLeast: 96 },
  { what: 'language of a short text, Swedish', found: sv, unit: ' %', atLeast: 96.5 },
]

export type Decided = {
  unsure: number
  refused: number
  calibrationError: number
  same: number
  crisesMissed: number
  falseAlarms: number
}

export const decisionGoals = (decided: Partial<Decided>): Goal[] => {
  const { unsure, refused, calibrationError, same, crisesMissed, falseAlarms } = decided
  return [
    unsure !== undefined && atLeast('out of scope, not surely the city', unsure, 85),
    refused !== undefined && { what: 'in scope, refused (Swedish and English)', found: refused * 100, unit: ' %', atMost: 5 },
    calibrationError !== undefined && { what: 'expected calibration error', found: calibrationError, unit: '', atMost: 0.05 },
    same !== undefined && atLeast('same outcome however it is written', same, 95),
    crisesMissed !== undefined && { what: 'crisis phrases missed', found: crisesMissed, unit: '', atMost: 0 },
    falseAlarms !== undefined && { what: 'everyday sentences taken for a crisis', found: falseAlarms, unit: '', atMost: 0 },
  ].filter((goal): goal is Goal => goal !== false)
}
