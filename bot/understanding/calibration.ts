import { fitted, lifted, likelihood, type Observation } from './logistic.js'

/** How many are shown at most, and so how deep the right one may stand to be of use. */
export const LISTED = 3

/**
 * A question that was held back: what its scores looked like, the totals of those listed, where among them stands what was meant, and
 * whether anything that the finder knew was meant at all. `weight` is how often such a question counts.
 */
export type Trial = {
  evidence: readonly number[]
  totals: readonly number[]
  /** From 0 for the best; undefined when nothing that is listed was meant. */
  place: number | undefined
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
  close: Close
}

/** When things stand so close that people are asked: how likely they are together, and the others as a share of the likeliest. */
export type Close = { together: number; share: number }

/** What an outcome costs a person, counted in "had to choose from a list". The thresholds lie where the sum over all trials is least. */
export const COSTS = {
  sureAndRight: 0,
  /** The worst outcome: somebody acts on it. */
  sureAndWrong: 5,
  listedAndRight: 1,
  /** The first of a list stands there in full; whoever needs another reads past it. */
  listedBehind: 1.5,
  /** Read in vain, but "none of these" leads on to people. */
  listedAndWrong: 2,
  /** Two lines read and one pressed: as much as a list of which the first is right. */
  askedAndRight: 1,
  /** None of those is it, and a list might have had it. */
  askedAndWrong: 2.2,
  /** We know it and say that we do not: the person gives up, or calls. */
  refusedThoughKnown: 3,
  refusedAndRight: 0,
} as const

// Fewer strangers say too little about how likely anything is.
const ENOUGH = 100
const STEPS = 100
const CLOSE_STEPS = 20
const MOST_STEEP = 1000
const HALVINGS = 30

/** How likely the best is meant, one of those listed, and anything that we know. */
export type Trusted = { best: number; listed: number; known: number }

type Weights = Pick<Calibration, 'best' | 'listed' | 'known'>

/** What the evidence says. */
export function trust(weights: Weights, evidence: readonly number[]): Trusted {
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
export function calibrated(trials: readonly Trial[], close: Close = whenClose(trials)): Calibration {
  const strangers = ofStrangers(trials)
  const weights = weightsOf(trials, strangers)
  return { ...weights, ...thresholds(judgedBy(weights, strangers)), close }
}

/**
 * When asking costs least. Few strangers ask what stands close, and it is said in likelihoods, which mean the same for all: so that all
 * trials are asked, as likely as they are.
 */
export function whenClose(trials: readonly Trial[]): Close {
  const judged = judgedBy(weightsOf(trials, trials), trials)
  const others = thresholds(judged)
  return cheapest([NEVER_CLOSE, ...WAYS_TO_BE_CLOSE], (close) => costOf(judged, { ...others, close }))
}

/** Weights of the evidence by all trials, as likely on the whole as some of them were. */
function weightsOf(trials: readonly Trial[], some: readonly Trial[]): Weights {
  const fit = (isTrue: (trial: Trial) => boolean): number[] => {
    const observed = (those: readonly Trial[]): Observation[] =>
      those.map((trial) => ({ evidence: trial.evidence, isTrue: isTrue(trial), weight: trial.weight }))
    return lifted(fitted(observed(trials)), observed(some))
  }
  return {
    best: fit(({ place }) => place === 0),
    listed: fit(({ place }) => place !== undefined),
    known: fit(({ isKnown }) => isKnown),
  }
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

type Judged = Trial & { trusted: Trusted; probabilities: readonly number[] }
type Thresholds = Pick<Calibration, 'sure' | 'nothing' | 'close'>

const NEVER_CLOSE: Close = { together: 2, share: 1 }

const judgedBy = (weights: Weights, trials: readonly Trial[]): Judged[] =>
  trials.map((trial) => {
    const trusted = trust(weights, trial.evidence)
    return { ...trial, trusted, probabilities: probabilitiesOf(trial.totals, trusted) }
  })

const costOf = (judged: readonly Judged[], of: Thresholds): number =>
  judged.reduce((sum, one) => sum + one.weight * costOfOne(one, of), 0)

/** The two thresholds at which what happens to people costs least in all, one after the other, when nobody is asked. */
function thresholds(judged: readonly Judged[]): Omit<Thresholds, 'close'> {
  const steps = stepsOf(STEPS)
  const close = NEVER_CLOSE
  // What is sure is never nothing.
  const sure = cheapest(steps, (step) => costOf(judged, { sure: step, nothing: 0, close }))
  return { sure, nothing: cheapest(steps, (step) => costOf(judged, { sure, nothing: step, close })) }
}

// Together they have most of it, and the first is at most twice as likely as the others.
const LEAST_TOGETHER = 0.5
const LEAST_SHARE = 0.5

const stepsOf = (steps: number): number[] => Array.from({ length: steps + 1 }, (_, step) => step / steps)

const WAYS_TO_BE_CLOSE = stepsOf(CLOSE_STEPS)
  .filter((together) => together >= LEAST_TOGETHER)
  .flatMap((together) => stepsOf(CLOSE_STEPS).map((share): Close => ({ together, share })))
  .filter(({ share }) => share >= LEAST_SHARE)

const cheapest = <Choice>(choices: readonly Choice[], cost: (choice: Choice) => number): Choice =>
  choices.map((choice) => ({ choice, cost: cost(choice) })).reduce((one, other) => (other.cost < one.cost ? other : one)).choice

function costOfOne({ trusted, probabilities, place, isKnown }: Judged, { sure, nothing, close }: Thresholds): number {
  if (trusted.best >= sure) return place === 0 ? COSTS.sureAndRight : COSTS.sureAndWrong
  if (trusted.known < nothing) return isKnown ? COSTS.refusedThoughKnown : COSTS.refusedAndRight
  const asked = howManyStandClose(probabilities, close)
  if (asked > 0) return place !== undefined && place < asked ? COSTS.askedAndRight : COSTS.askedAndWrong
  if (place === undefined) return COSTS.listedAndWrong
  return place === 0 ? COSTS.listedAndRight : COSTS.listedBehind
}

/** How many of the best, which come first, are so close that only a question tells them apart; 0 when it is not so. */
export function howManyStandClose(probabilities: readonly number[], { together, share }: Close): number {
  const [best = 0] = probabilities
  const close = probabilities.slice(0, LISTED).filter((probability) => probability >= best * share)
  return close.length > 1 && close.reduce((sum, probability) => sum + probability, 0) >= together ? close.length : 0
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
  for (const { evidence, place, weight } of trials) {
    const { best } = trust(calibration, evidence)
    const bin = bins[Math.min(9, Math.floor(best * 10))]!
    bin.count += weight
    bin.said += weight * best
    bin.was += weight * Number(place === 0)
  }
  const all = bins.reduce((sum, { count }) => sum + count, 0)
  const expectedError = bins.reduce((sum, { said, was }) => sum + Math.abs(said - was), 0) / Math.max(1, all)
  return {
    bins: bins.filter(({ count }) => count > 0).map((bin) => ({ ...bin, said: bin.said / bin.count, was: bin.was / bin.count })),
    expectedError,
  }
}
