import { percentOf } from './bars.js'

const HEIGHT = 6

/** What is expected of a budget, beside the words that say it: the bar is full at the budget, and another colour beyond it. */
export const MoneyBar = ({ expected, budget }: { expected: number; budget: number }) => (
  <svg className="money-bar" width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
    <rect className="picture-ground" width="100%" height={HEIGHT} rx={3} />
    <rect
      className={`picture-bar${expected > budget ? ' over' : ''}`}
      width={`${percentOf(expected, budget)}%`}
      height={HEIGHT}
      rx={3}
    />
  </svg>
)
