import { z } from 'zod'
import { Label } from '../bot/domain/outcome.js'
import type { Response } from './connection.js'

const Activity = z.looseObject({ type: z.string(), channelData: z.looseObject({}).optional() })
const Body = z.object({ activities: z.array(Activity).min(1) })
type Activities = z.infer<typeof Body>['activities']

/** Everything that a server has answered, in all rounds, to be compared with the rows that it wrote. */
export class Replies {
  count = 0
  activities = 0
  readonly turns = new Set<string>()
  readonly wrong: string[] = []

  /** `isOurs`: every message must carry the label of an answered turn, and no two replies the same turn. */
  constructor(private readonly isOurs: boolean) {}

  /** Reads and counts one reply; what is wrong with it is kept. */
  take({ status, body }: Response): void {
    this.count++
    const problem = status === 200 ? this.read(body) : `status ${status}`
    if (problem) this.wrong.push(problem)
  }

  private read(body: string): string | undefined {
    const activities = activitiesIn(body)
    if (!activities) return 'no activities'
    this.activities += activities.length
    return this.isOurs ? this.readLabels(activities) : undefined
  }

  private readLabels(activities: Activities): string | undefined {
    const labels = activities.map(({ channelData }) => Label.safeParse(channelData?.['lotsen']).data)
    const turn = labels[0]?.turn
    if (!turn || labels.some((label) => label?.turn !== turn)) return 'a message without channelData.lotsen of its turn'
    if (labels.some((label) => label?.outcome === 'error')) return 'an apology'
    if (this.turns.has(turn)) return 'the same turn as another reply'
    this.turns.add(turn)
    return undefined
  }
}

function activitiesIn(body: string): Activities | undefined {
  try {
    return Body.parse(JSON.parse(body)).activities
  } catch {
    // Not JSON, or not a list of activities: the one who asks says so.
    return undefined
  }
}
