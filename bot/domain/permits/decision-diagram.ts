/**
 * Reduced ordered decision diagrams (Bryant 1986), with as many branches at a node as its variable has values. A diagram says for every combination
 * of values whether a condition holds; equal conditions are the same node, so what is left to find out can be read off: a condition is decided when
 * it is one of the two ends, and hangs on a variable exactly when that stands in its diagram.
 */
export type Node = number
export const NO: Node = 0
export const YES: Node = 1
export const isDecided = (node: Node): boolean => node <= YES

/** The value of a variable by its number, or less than 0 when it is not known. */
export type Known = ArrayLike<number>

export type Diagrams = {
  /** How many nodes there are. */
  size(): number
  /** Whether one variable has one of some values. */
  test(variable: number, holds: (value: number) => boolean): Node
  and(left: Node, right: Node): Node
  or(left: Node, right: Node): Node
  not(node: Node): Node
  /** What is left of the condition when some values are known. */
  residual(node: Node, known: Known): Node
  /** What is left when this variable has this value. */
  given(node: Node, variable: number, value: number): Node
  /** The variables that it hangs on, as a set of bits. */
  support(node: Node): bigint
  /** How many variables it hangs on. */
  breadth(node: Node): number
  top(node: Node): number
  branches(node: Node): readonly Node[]
}

/** `arity`: how many values each variable has, in the order in which they are looked at. */
export function diagrams(arity: readonly number[]): Diagrams {
  const tops = [arity.length, arity.length]
  const children: (readonly Node[])[] = [[], []]
  const supports = [0n, 0n]
  const breadths: number[] = []
  const nodes = new Map<string, Node>()
  const joined = { and: new Map<number, Node>(), or: new Map<number, Node>() }
  const negated = new Map<Node, Node>()
  const cofactors = new Map<number, Node>()
  const widest = Math.max(1, ...arity)

  function nodeOf(variable: number, branches: readonly Node[]): Node {
    const first = branches[0]!
    if (branches.every((branch) => branch === first)) return first
    const key = `${variable}:${branches.join()}`
    const known = nodes.get(key)
    if (known !== undefined) return known
    const node = children.length
    nodes.set(key, node)
    tops.push(variable)
    children.push(branches)
    supports.push(branches.reduce((union, branch) => union | supports[branch]!, 1n << BigInt(variable)))
    return node
  }

  const branch = (node: Node, variable: number, value: number): Node => (tops[node] === variable ? children[node]![value]! : node)
  const values = (variable: number): number[] => Array.from({ length: arity[variable]! }, (_, value) => value)

  /** `and` and `or` differ only in which end decides alone, and which says nothing. */
  function join(how: 'and' | 'or', left: Node, right: Node): Node {
    const [decides, silent] = how === 'and' ? [NO, YES] : [YES, NO]
    if (left === decides || right === decides) return decides
    if (left === silent || left === right) return right
    if (right === silent) return left
    const [low, high] = left < right ? [left, right] : [right, left]
    const key = high * 2 ** 26 + low
    const known = joined[how].get(key)
    if (known !== undefined) return known
    const variable = Math.min(tops[low]!, tops[high]!)
    const node = nodeOf(
      variable,
      values(variable).map((value) => join(how, branch(low, variable, value), branch(high, variable, value))),
    )
    joined[how].set(key, node)
    return node
  }

  function not(node: Node): Node {
    if (isDecided(node)) return node === YES ? NO : YES
    const known = negated.get(node)
    if (known !== undefined) return known
    const opposite = nodeOf(tops[node]!, children[node]!.map(not))
    negated.set(node, opposite)
    return opposite
  }

  function residual(node: Node, known: Known, done = new Map<Node, Node>()): Node {
    if (isDecided(node)) return node
    const before = done.get(node)
    if (before !== undefined) return before
    const value = known[tops[node]!]!
    const left =
      value >= 0
        ? residual(children[node]![value]!, known, done)
        : nodeOf(
            tops[node]!,
            children[node]!.map((child) => residual(child, known, done)),
          )
    done.set(node, left)
    return left
  }

  function given(node: Node, variable: number, value: number): Node {
    if (tops[node]! >= variable) return branch(node, variable, value)
    const key = (node * arity.length + variable) * widest + value
    const known = cofactors.get(key)
    if (known !== undefined) return known
    const left = nodeOf(
      tops[node]!,
      children[node]!.map((child) => given(child, variable, value)),
    )
    cofactors.set(key, left)
    return left
  }

  return {
    size: () => children.length,
    test: (variable, holds) =>
      nodeOf(
        variable,
        values(variable).map((value) => (holds(value) ? YES : NO)),
      ),
    and: (left, right) => join('and', left, right),
    or: (left, right) => join('or', left, right),
    not,
    residual: (node, known) => residual(node, known),
    given,
    support: (node) => supports[node]!,
    breadth: (node) => (breadths[node] ??= bitsIn(supports[node]!)),
    top: (node) => tops[node]!,
    branches: (node) => children[node]!,
  }
}

function bitsIn(set: bigint): number {
  let count = 0
  for (let rest = set; rest > 0n; rest &= rest - 1n) count++
  return count
}
