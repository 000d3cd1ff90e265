/** What the simulated world is made of. The estimators never see it. */
export type Random = () => number

export const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
export const lognormal = (random: Random, median: number, sigma: number): number => median * Math.exp(sigma * normal(random))
export const exponential = (random: Random, mean: number): number => -mean * Math.log(1 - random())
export const between = (random: Random, low: number, high: number): number => low + random() * (high - low)

export function oneOf<Value extends { share: number }>(random: Random, values: readonly Value[]): Value {
  let left = random() * values.reduce((sum, { share }) => sum + share, 0)
  return values.find(({ share }) => (left -= share) <= 0) ?? values.at(-1)!
}

const MINUTE = 60
const HOUR = 3600

export const TOPICS = [
  { topic: 'parking', share: 0.28, median: 6 * MINUTE, sigma: 0.6 },
  { topic: 'preschool', share: 0.22, median: 10 * MINUTE, sigma: 0.7 },
  { topic: 'elderly-care', share: 0.15, median: 14 * MINUTE, sigma: 0.8 },
  { topic: 'permits', share: 0.15, median: 17 * MINUTE, sigma: 0.7 },
  { topic: 'other', share: 0.2, median: 7 * MINUTE, sigma: 0.8 },
] as const
/** What a surge is about: something has broken, and everybody asks the same. */
export const DISRUPTION = { topic: 'disruption', median: 4 * MINUTE, sigma: 0.5 }

export const LANGUAGES = [
  { language: 'sv', share: 0.87 },
  { language: 'en', share: 0.13 },
] as const

export const OPENS = 8 * HOUR
export const CLOSES = 17 * HOUR
export const LAST_CHAT = CLOSES - 15 * MINUTE

/** Arrivals an hour, from 8 to 17. */
const PROFILE = [52, 82, 86, 72, 58, 70, 72, 58, 40]
const WEEKDAY = [1.2, 1.05, 1, 0.95, 0.85]
export const arrivalsPerHour = (day: number, second: number): number =>
  PROFILE[Math.min(PROFILE.length - 1, Math.floor((second - OPENS) / HOUR))]! * WEEKDAY[day % 5]!

export const URGENT_SHARE = 0.05
export const patience = (random: Random): number => lognormal(random, 18 * MINUTE, 0.9)
/** Several chats at once make each of them slower. */
export const slowedBy = (others: number): number => 1 + 0.15 * others

/** Some days everything takes longer: a slow system, a new form, a campaign. */
export const paceOfDay = (random: Random): number => lognormal(random, 1, 0.15)
/** Who is ill is not on the roster of the day. */
export const isIll = (random: Random): boolean => random() < 0.05

export type Surge = { from: number; to: number; factor: number }
export const surges = (random: Random): Surge[] =>
  random() < 0.6
    ? [between(random, OPENS + HOUR, CLOSES - 3 * HOUR)].map((from) => ({
        from,
        to: from + between(random, 25 * MINUTE, 80 * MINUTE),
        factor: between(random, 0.6, 1.4),
      }))
    : []

export type Shift = { from: number; to: number }
export const shiftOf = (agent: number): Shift =>
  agent % 2 === 0 ? { from: OPENS, to: OPENS + 8 * HOUR } : { from: OPENS + HOUR, to: CLOSES + 2 * HOUR }

/** The absences of one agent on one day: lunch, two pauses, and whatever else comes up. Nobody is told of them before. */
export function absences(random: Random, { from }: Shift): { at: number; seconds: number }[] {
  const lunch = { at: from + between(random, 3 * HOUR, 4.75 * HOUR), seconds: between(random, 30 * MINUTE, 45 * MINUTE) }
  const pauses = [1.5, 6].map((hours) => ({
    at: from + (hours + random()) * HOUR,
    seconds: between(random, 8 * MINUTE, 16 * MINUTE),
  }))
  const others = Array.from({ length: 3 }, () => ({
    at: from + random() * 8 * HOUR,
    seconds: exponential(random, 6 * MINUTE),
  })).filter(() => random() < 0.6)
  return [lunch, ...pauses, ...others]
}
