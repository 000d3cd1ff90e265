// How many questions the permit pilot asks each kind of business, beside a questionnaire that asks everything, and how long planning takes.
import { availableParallelism, loadavg } from 'node:os'
import { readContent } from '../../bot/store/read-content.js'
import { MOST_CARDS } from '../../bot/domain/permits/next-question.js'
import { rulesOf, type Rules } from '../../bot/domain/permits/rules.js'
import { memoryStores } from '../../test/fixtures/memory-stores.js'
import { goalTable } from '../report.js'
import { median, percentile } from '../statistics.js'
import { askSomebody, fixedLength, seeded, type Answering, type Asked } from './cards.js'

const TIMES_EACH = 200
const SEED = 20260601
const AT = '2026-06-01'

const print = (line = ''): void => void process.stdout.write(`${line}\n`)

const content = await readContent(process.argv[2] ?? 'content', memoryStores().contents, () => new Date(0))
const rules = rulesOf(content)
print(
  `${rules.permits.size} permits, ${rules.facts.size} facts on ${rules.cards.length} cards, ${rules.types.size} kinds of business.`,
)
print(`Each asked ${TIMES_EACH} times, with one answer in ten "I don't know yet".`)
for (const how of ['common', 'even'] as const) report(rules, how)

function report(rules: Rules, how: Answering): void {
  const random = seeded(SEED)
  print()
  print(how === 'common' ? 'People answer as is common among them:' : 'Every answer is as common as the others:')
  print(row('kind of business', 'cards: median', 'p90', 'most', 'facts: median', 'most', 'cut short', 'fixed: cards', 'facts'))
  const all = [...rules.types.keys()].map((type) => {
    const asked = Array.from({ length: TIMES_EACH }, () => askSomebody(rules, type, how, random, AT))
    const fixed = fixedLength(rules, type)
    print(row(type, ...figures(asked), fixed.cards, fixed.facts))
    return { asked, fixed }
  })
  const asked = all.flatMap((type) => type.asked)
  const fixed = all.map((type) => type.fixed)
  print(row('all', ...figures(asked), median(fixed.map(({ cards }) => cards)), median(fixed.map(({ facts }) => facts))))
  print()
  distribution(asked)
  const times = asked.flatMap((one) => one.times)
  print(`Plan and next question together, ${times.length} times:`)
  print(`  by the clock      ${quantiles(times.map(({ clock }) => clock))}`)
  print(`  of the processor  ${quantiles(times.map(({ processor }) => processor))}`)
  print(`The machine has ${availableParallelism()} processors, and ${loadavg()[0]!.toFixed(1)} processes wanted to run.`)
  print()
  print(
    goalTable([
      { what: 'question cards, median', found: median(asked.map(({ cards }) => cards)), unit: '', atMost: 6 },
      { what: 'question cards, most', found: Math.max(...asked.map(({ cards }) => cards)), unit: '', atMost: MOST_CARDS },
      {
        what: 'plan and next question, p99',
        found: percentile(
          times.map(({ clock }) => clock),
          0.99,
        ),
        unit: ' ms',
        atMost: 2,
      },
    ]),
  )
}

function quantiles(times: readonly number[]): string {
  return [0.5, 0.9, 0.99, 0.999].map((share) => `p${share * 100} ${percentile(times, share).toFixed(2)} ms`).join(', ')
}

function figures(asked: readonly Asked[]): number[] {
  const cards = asked.map((one) => one.cards)
  const facts = asked.map((one) => one.facts)
  return [
    median(cards),
    percentile(cards, 0.9),
    Math.max(...cards),
    median(facts),
    Math.max(...facts),
    asked.filter(({ cut }) => cut).length,
  ]
}

function distribution(asked: readonly Asked[]): void {
  print('Cards   share')
  for (let cards = 0; cards <= MOST_CARDS; cards++) {
    const share = asked.filter((one) => one.cards === cards).length / asked.length
    print(`${String(cards).padStart(5)}  ${(share * 100).toFixed(1).padStart(5)} % ${'#'.repeat(Math.round(share * 100))}`)
  }
}

function row(name: string, ...figures: readonly (string | number)[]): string {
  return [name.padEnd(30), ...figures.map((figure) => String(figure).padStart(13))].join(' ')
}
