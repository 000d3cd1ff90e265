import { fitted, lifted, likelihood, type Observation } from './logistic.js'

/** How many are shown at most, and so how deep the right one may stand to be of use. */
export const LISTED = 3

/**
 * A question that was held back: what its scores looked like, whether the best or one of those listed was meant, and whether anything that
 * the finder knew was meant at all. `weight` is how often such a question counts.
 */
export type Trial = {
  evidence: readonly number[]
  isBest: boolean
  isListed: boolean
  isKnown: boolean
  /** Asked in the words of somebody else than those who wrote about the matter alone: see `calibrated`. */
  isStranger: boolean
  weight: number
}

/** How far to trust what was found, for one language. */
export type Calibration = {
  /** Weights of the evidence for "the best is meant", "one of those listed is meant" and "anything that we know is meant". */
  best: readonly number[]
  listed: readonly number[]
  known: readonly number[]
  /** Probability of the best from which it is shown as sure. */
  sure: number
  /** Probability of anything that we know below which nothing is shown. */
  nothing: number
}

/** What an outcome costs a person, counted in "had to choose from a list". The thresholds lie where the sum over all trials is least. */
export const COSTS = {
  sureAndRight: 0,
  /** The worst outcome: somebody acts on it. */
  sureAndWrong: 5,
  listedAndRight: 1,
  /** Read in vain, but "none of these" leads on to people. */
  listedAndWrong: 2,
  /** We know it and say that we do not: the person gives up, or calls. */
  refusedThoughKnown: 3,
  refusedAndRight: 0,
} as const

// Fewer strangers say too little about how likely anything is.
const ENOUGH = 100
const STEPS = 100
const MOST_STEEP = 1000
const HALVINGS = 30

/** How likely the best is meant, one of those listed, and anything that we know. */
export type Trusted = { best: number; listed: number; known: number }

/** What the evidence says. */
export function trust(weights: Pick<Calibration, 'best' | 'listed' | 'known'>, evidence: readonly number[]): Trusted {
  const best = likelihood(weights.best, evidence)
  const listed = Math.max(best, likelihood(weights.listed, evidence))
  return { best, listed, known: Math.max(listed, likelihood(weights.known, evidence)) }
}

/**
 * Fits the likelihoods (Platt's scaling with more than one piece of evidence), then the thresholds. Who writes the phrases of a matter
 * writes each about something that no other says, so that a phrase that is held back is harder than what people ask. Where two people
 * have written about the same matter without knowing of each other, one asks as a stranger would: all trials say how much the
 * evidence weighs, and only those of strangers how likely it is on the whole.
 */
export function calibrated(trials: readonly Trial[]): Calibration {
  const strangers = ofStrangers(trials)
  const fit = (isTrue: (trial: Trial) => boolean): number[] => {
    const observed = (some: readonly Trial[]): Observation[] =>
      some.map((trial) => ({ evidence: trial.evidence, isTrue: isTrue(trial), weight: trial.weight }))
    return lifted(fitted(observed(trials)), observed(strangers))
  }
  const weights = {
    best: fit(({ isBest }) => isBest),
    listed: fit(({ isListed }) => isListed),
    known: fit(({ isKnown }) => isKnown),
  }
  return { ...weights, ...thresholds(strangers, weights) }
}

/** The trials of strangers, with as large a share of the unknown as among all; all of them when there are too few to go by. */
function ofStrangers(trials: readonly Trial[]): readonly Trial[] {
  const weightOf = (some: readonly Trial[]): number => some.reduce((sum, { weight }) => sum + weight, 0)
  const known = trials.filter(({ isKnown }) => isKnown)
  const strangers = known.filter(({ isStranger }) => isStranger)
  if (strangers.length < ENOUGH) return trials
  const share = weightOf(strangers) / weightOf(known)
  return [...strangers, ...trials.filter(({ isKnown }) => !isKnown).map((trial) => ({ ...trial, weight: trial.weight * share }))]
}

type Judged = Trial & { trusted: Trusted }

/** The two thresholds at which what happens to people costs least in all. */
function thresholds(
  trials: readonly Trial[],
  weights: Pick<Calibration, 'best' | 'listed' | 'known'>,
): Pick<Calibration, 'sure' | 'nothing'> {
  const judged = trials.map((trial): Judged => ({ ...trial, trusted: trust(weights, trial.evidence) }))
  const costOf = (sure: number, nothing: number): number =>
    judged.reduce((sum, one) => sum + one.weight * costOfOne(one, sure, nothing), 0)
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS)
  const cheapest = (cost: (step: number) => number): number =>
    steps.map((step) => ({ step, cost: cost(step) })).reduce((one, other) => (other.cost < one.cost ? other : one)).step
  // The two do not touch: what is sure is never nothing.
  const sure = cheapest((step) => costOf(step, 0))
  return { sure, nothing: cheapest((step) => costOf(sure, step)) }
}

function costOfOne({ trusted, isBest, isListed, isKnown }: Judged, sure: number, nothing: number): number {
  if (trusted.best >= sure) return isBest ? COSTS.sureAndRight : COSTS.sureAndWrong
  if (trusted.known < nothing) return isKnown ? COSTS.refusedThoughKnown : COSTS.refusedAndRight
  return isListed ? COSTS.listedAndRight : COSTS.listedAndWrong
}

/**
 * Probabilities of things by their totals, best first: the first is as likely as was said, the first three together as well, and all
 * fall by one and the same steepness.
 */
export function probabilitiesOf(totals: readonly number[], trusted: Trusted): number[] {
  const listed = totals.slice(0, LISTED)
  const first = totals[0]!
  const shareOfFirst = (steepness: number): number =>
    1 / listed.reduce((sum, total) => sum + Math.exp(steepness * (total - first)), 0)
  const wished = trusted.best / trusted.listed
  let [low, high] = [0, MOST_STEEP]
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2
    if (shareOfFirst(middle) < wished) low = middle
    else high = middle
  }
  const best = trusted.listed * shareOfFirst(low)
  return totals.map((total) => best * Math.exp(low * (total - first)))
}

export type Bin = { from: number; count: number; said: number; was: number }

/** Tenths of the probability of the best: what was said and how often it was right; and how far the two lie apart on the whole. */
export function reliability(calibration: Calibration, trials: readonly Trial[]): { bins: Bin[]; expectedError: number } {
  const bins: Bin[] = Array.from({ length: 10 }, (_, tenth) => ({ from: tenth / 10, count: 0, said: 0, was: 0 }))
  for (const { evidence, isBest, weight } of trials) {
    const { best } = trust(calibration, evidence)
    const bin = bins[Math.min(9, Math.floor(best * 10))]!
    bin.count += weight
    bin.said += weight * best
    bin.was += weight * Number(isBest)
  }
  const all = bins.reduce((sum, { count }) => sum + count, 0)
  const expectedError = bins.reduce((sum, { said, was }) => sum + Math.abs(said - was), 0) / Math.max(1, all)
  return {
    bins: bins.filter(({ count }) => count > 0).map((bin) => ({ ...bin, said: bin.said / bin.count, was: bin.was / bin.count })),
    expectedError,
  }
}
