import { latest } from '../latest.js'
import { compiledRules, remembered, type CompiledCard, type CompiledPermit, type CompiledRules } from './compiled-rules.js'
import { isDecided, NO, type Node } from './decision-diagram.js'
import { knowledgeOf, type Knowledge } from './knowledge.js'
import { likelihoodOf, type Likelihood } from './likelihood.js'
import type { NextQuestion, Undertaking } from './plan-types.js'
import { isValid, nameOfUndertaking, settled } from './plan.js'
import type { Rules } from './rules.js'

const KEPT = 2_000
const before = new WeakMap<Rules, ReturnType<typeof latest<NextQuestion | undefined>>>()

/** After so many cards a plan is made of what is known; what was not asked, it depends on. */
export const MOST_CARDS = 12

/**
 * The card that settles most, with those of its facts that can still change the plan; undefined when nothing can, or after `MOST_CARDS`.
 * `asked`: the cards put so far, by id, once for each time.
 */
export function nextQuestion(
  rules: Rules,
  undertaking: Undertaking,
  asked: readonly string[],
  at: string,
): NextQuestion | undefined {
  if (asked.length >= MOST_CARDS) return undefined
  const kept = before.get(rules) ?? latest<NextQuestion | undefined>(KEPT)
  before.set(rules, kept)
  return kept(nameOfUndertaking(undertaking, at), () => nextAnew(rules, undertaking, at))
}

function nextAnew(rules: Rules, undertaking: Undertaking, at: string): NextQuestion | undefined {
  const compiled = compiledRules(rules)
  const openings = openingsOf(compiled, knowledgeOf(rules, compiled, undertaking), at)
  const settledBy = expectations(compiled, likelihoodOf(rules, compiled, undertaking.type), undertaking.type)
  const best = mostWorth(cardsLeft(compiled, openings), (card) => worthOf(openings, card, settledBy))
  return best && inIds(compiled, best)
}

/** Every card that could still be put, in file order; not all of them will be, since an answer settles several. */
export function questionsLeft(rules: Rules, undertaking: Undertaking, at: string): NextQuestion[] {
  const compiled = compiledRules(rules)
  const openings = openingsOf(compiled, knowledgeOf(rules, compiled, undertaking), at)
  return cardsLeft(compiled, openings).map((card) => inIds(compiled, card))
}

/** A questionnaire that asks a kind of business everything that can be true of it: what the questions are compared with. */
export function fixedQuestionnaire(rules: Rules, type: string | undefined): NextQuestion[] {
  const compiled = compiledRules(rules)
  const { values, reasons } = knowledgeOf(rules, compiled, { type, answers: {} })
  return compiled.cards
    .map(({ id, variables }) => ({
      id,
      variables: variables.filter(
        (variable) => !reasons[variable] && compiled.diagrams.residual(compiled.variables[variable]!.when, values) !== NO,
      ),
    }))
    .filter(({ variables }) => variables.length > 0)
    .map((card) => inIds(compiled, card))
}

const inIds = ({ variables }: CompiledRules, card: CompiledCard): NextQuestion => ({
  card: card.id,
  facts: card.variables.map((variable) => variables[variable]!.id),
})

/** Something in the plan that is open. */
type Open = { readonly residual: Node; readonly weight: number }
type Openings = {
  readonly open: readonly Open[]
  /** Facts that can change the plan and that nothing has been said about, as a set of bits. */
  readonly askable: bigint
  /** What is left of each fact's `when`. */
  readonly paths: readonly Node[]
}

/** A permit counts in full; less when the law is unread, as then nothing certain comes of it; a fee of a permit least. */
const WEIGHT = { law: 1, likely: 1, unread: 0.5, fee: 0.2 } as const

function openingsOf(compiled: CompiledRules, knowledge: Knowledge, at: string): Openings {
  const { diagrams, variables } = compiled
  const open = compiled.permits
    .filter(({ permit }) => isValid(permit, at))
    .flatMap((entry) => openIn(compiled, knowledge, entry))
    .filter(({ residual }) => !isDecided(residual))
  const hangsOn = open.reduce((union, { residual }) => union | diagrams.support(residual), 0n)
  const unsaid = variables.reduce((set, { fact, bit }, index) => (fact && !knowledge.reasons[index] ? set | bit : set), 0n)
  return { open, askable: hangsOn & unsaid, paths: variables.map(({ when }) => diagrams.residual(when, knowledge.values)) }
}

/** A permit is open while its condition is, and while it hangs on something what it costs. */
function openIn(compiled: CompiledRules, knowledge: Knowledge, entry: CompiledPermit): Open[] {
  const { residual } = settled(compiled, knowledge, entry)
  if (residual === NO) return []
  const { diagrams } = compiled
  const fees = new Set(
    [...entry.feesOnce.map(({ paid }) => paid), entry.otherFees].map((paid) => diagrams.residual(paid, knowledge.values)),
  )
  fees.delete(residual)
  return [
    { residual, weight: WEIGHT[entry.permit.rule.sure] },
    ...[...fees].map((fee) => ({ residual: fee, weight: WEIGHT.fee })),
  ]
}

/** Facts whose path hangs on what the person does not know are put last, when there is nothing else to ask. */
function cardsLeft(compiled: CompiledRules, openings: Openings): CompiledCard[] {
  const onPath = cardsWith(compiled, openings, (path) => isDecided(path))
  return onPath.length > 0
    ? onPath
    : cardsWith(compiled, openings, (path) => (compiled.diagrams.support(path) & openings.askable) === 0n)
}

/** Cards with the facts that can be put. Those that only wait for others on the same card are put with them ("if so: ..."). */
function cardsWith(compiled: CompiledRules, { askable, paths }: Openings, canPut: (path: Node) => boolean): CompiledCard[] {
  const putOn = ({ id, variables }: CompiledCard): CompiledCard => {
    let put = 0n
    for (const variable of variables) {
      const { bit } = compiled.variables[variable]!
      if ((askable & bit) === 0n) continue
      const waitsFor = compiled.diagrams.support(paths[variable]!) & askable
      if (canPut(paths[variable]!) || (waitsFor !== 0n && (waitsFor & ~put) === 0n)) put |= bit
    }
    return { id, variables: variables.filter((variable) => (put & compiled.variables[variable]!.bit) !== 0n) }
  }
  return compiled.cards.map(putOn).filter(({ variables }) => variables.length > 0)
}

type SettledBy = (residual: Node, variables: readonly number[]) => number

/** How much of the plan a card can be expected to settle. */
const worthOf = ({ open }: Openings, { variables }: CompiledCard, settledBy: SettledBy): number =>
  open.reduce((sum, { residual, weight }) => sum + weight * settledBy(residual, variables), 0)

/** The first card of the highest worth; what differs by a rounding error is equal. */
function mostWorth(cards: readonly CompiledCard[], worth: (card: CompiledCard) => number): CompiledCard | undefined {
  let best: { card: CompiledCard; worth: number } | undefined
  for (const card of cards) {
    const its = cards.length > 1 ? worth(card) : 0
    if (best === undefined || its > best.worth + 1e-9) best = { card, worth: its }
  }
  return best?.card
}

/** Coming nearer to a decision counts for less than the decision, or what needs several answers would never be asked about. */
const PARTIAL = 0.5

/** How far a condition is expected to be settled by the answers to some facts: 1 when it is decided whatever they are. */
function expectations(compiled: CompiledRules, likelihood: Likelihood, type: string | undefined): SettledBy {
  const { diagrams, variables: all } = compiled
  const hangsOn =
    (node: Node) =>
    (variable: number): boolean =>
      (diagrams.support(node) & all[variable]!.bit) !== 0n
  const expected = (from: Node, to: Node, variables: readonly number[]): number => {
    if (isDecided(to)) return 1
    const [first, ...rest] = variables.filter(hangsOn(to))
    if (first === undefined) return PARTIAL * (1 - diagrams.breadth(to) / diagrams.breadth(from))
    return likelihood[first]!.reduce(
      (sum, share, value) => sum + share * expected(from, diagrams.given(to, first, value), rest),
      0,
    )
  }
  return (residual, variables) => {
    const asked = variables.filter(hangsOn(residual))
    if (asked.length === 0) return 0
    return remembered(compiled, `settled ${type ?? ''} ${residual} ${asked.join()}`, () => expected(residual, residual, asked))
  }
}
