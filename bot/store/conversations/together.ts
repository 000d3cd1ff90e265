type Waiting<Item, Answer> = { item: Item; answered: (answer: Answer) => void; failed: (error: unknown) => void }

export type Together<Item, Answer> = {
  /** Does all of them or none; answers in their order. */
  all(items: readonly Item[]): Promise<Answer[]>
  alone(item: Item): Promise<Answer>
  /** How many groups may be under way at once, and how large they may be. */
  groups: number
  atMost: number
}

/**
 * Does together what comes while others are being done, as databases do with commits ("group commit"): nobody waits for company, and
 * many cost little more than one. When a group fails, each of it is done alone, so that one cannot spoil it for another.
 */
export function together<Item, Answer>({ all, alone, groups, atMost }: Together<Item, Answer>): (item: Item) => Promise<Answer> {
  const waiting: Waiting<Item, Answer>[] = []
  let underWay = 0

  const next = (): void => {
    if (underWay === groups || waiting.length === 0) return
    underWay++
    void finish(waiting.splice(0, atMost)).finally(() => {
      underWay--
      next()
    })
  }

  async function finish(group: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await all(group.map(({ item }) => item))
      group.forEach(({ answered }, at) => answered(answers[at]!))
    } catch (error) {
      if (group.length === 1) return group[0]!.failed(error)
      await Promise.all(group.map(({ item, answered, failed }) => alone(item).then(answered, failed)))
    }
  }

  return (item) =>
    new Promise((answered, failed) => {
      waiting.push({ item, answered, failed })
      next()
    })
}
