import type { InEveryLanguage } from '../language.js'
import type { Content } from './content.js'
import type { Findable } from './findables.js'

/** What things can differ in that were found for the same question, in the order in which people know it without knowing the city. */
export const DIFFERENCES = ['audience', 'undertaking', 'situation', 'decider', 'for', 'summary'] as const

/** What it is for one of them: some of a closed list, or as it is written. */
export type Answer = { is: readonly string[] } | { text: InEveryLanguage }

/** What tells them apart, and what it is for each, in their order. */
export type Difference = { by: (typeof DIFFERENCES)[number]; answers: readonly Answer[] }

/** The first difference that is known of all and in which no two are the same; what they are, when there is none. */
export function tellingDifference(things: readonly Findable[], content: Content): Difference {
  for (const by of DIFFERENCES) {
    const answers = things.flatMap((thing) => READ[by](thing, content) ?? [])
    if (answers.length === things.length && areAllDifferent(answers)) return { by, answers }
  }
  return { by: 'summary', answers: things.map(({ thing }) => ({ text: thing.summary })) }
}

const READ: Record<Difference['by'], (of: Findable, content: Content) => Answer | undefined> = {
  audience({ kind, thing }) {
    if (kind === 'other-authority') return undefined
    return { is: kind === 'service' ? thing.audience : ['business'] }
  },
  // Everything that one needs to begin, or one thing of it.
  undertaking: ({ kind }) =>
    kind === 'other-authority' ? undefined : { is: [kind === 'business-type' ? 'everything' : 'one'] },
  situation({ kind, thing }, { lifeSituations }) {
    const situation = kind === 'service' ? lifeSituations.get(thing.lifeSituation) : undefined
    return situation && { text: situation.name }
  },
  // Which of its administrations it is, only the city knows.
  decider({ kind, thing }) {
    if (kind === 'business-type') return undefined
    if (kind === 'other-authority') return { text: withoutRemark(thing.authority) }
    return thing.responsible.cityOwn ? { is: ['city'] } : { text: withoutRemark(thing.responsible.name) }
  },
  for: ({ kind, thing }) => ({ text: kind === 'service' || kind === 'permit' ? thing.for : thing.summary }),
  summary: ({ thing }) => ({ text: thing.summary }),
}

/** "Polisen (staden lämnar sin åsikt)" is the police. */
const withoutRemark = ({ sv, en }: InEveryLanguage): InEveryLanguage => ({ sv: outside(sv), en: outside(en) })
const outside = (text: string): string => text.split(' (')[0]!

const areAllDifferent = (answers: readonly Answer[]): boolean =>
  answers.every((one, at) => answers.slice(at + 1).every((other) => !isShared(one, other)))

function isShared(one: Answer, other: Answer): boolean {
  if ('is' in one && 'is' in other) return one.is.some((each) => other.is.includes(each))
  return 'text' in one && 'text' in other && one.text.sv === other.text.sv
}

/** Of several things those that lead elsewhere than the ones before them: what opens the same page is the same to a person. */
export function leadingElsewhere<Of extends Findable>(things: readonly Of[]): Of[] {
  const pages = things.map(pageOf)
  return things.filter((_, at) => pages[at] === undefined || pages.indexOf(pages[at]) === at)
}

function pageOf({ kind, thing }: Findable): string | undefined {
  const link = kind === 'service' || kind === 'permit' ? thing.link : undefined
  return link?.kind === 'service' || link?.kind === 'information' ? link.url : undefined
}
