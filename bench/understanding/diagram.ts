import type { Bar } from './metrics.js'

const WIDTH = 40

/** The reliability diagram as text: a bar for what was kept, and a stroke where it would end if every promise were true. */
export const diagram = (bars: readonly Bar[]): string =>
  bars
    .map(({ from, to, count, promised, kept }) => {
      const bar = '█'
        .repeat(Math.round(kept * WIDTH))
        .padEnd(WIDTH, '·')
        .split('')
      bar[Math.min(WIDTH - 1, Math.round(promised * WIDTH))] = '|'
      return `${from.toFixed(1)}-${to.toFixed(1)} ${bar.join('')} promised ${promised.toFixed(2)}, kept ${kept.toFixed(2)} of ${count}`
    })
    .join('\n')
