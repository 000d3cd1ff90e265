import { ToggleButton } from '@fluentui/react-components'
import { useProjects } from '../use-projects.js'
import type { Portfolio } from '../ways.js'
import type { Filter } from './filter.js'

type Props = { filter: Filter; narrow: (change: Partial<Filter>) => void; counts: Portfolio['counts'] }

const TILES = ['late', 'red', 'waiting'] as const
type Tile = (typeof TILES)[number]

/** How many projects need somebody, and why. A press shows those alone, and another press all again. */
export function Tiles({ filter, narrow, counts }: Props) {
  const { t } = useProjects()
  const isOn = (tile: Tile): boolean => (tile === 'red' ? filter.light === 'red' : filter[tile])
  const toggled = (tile: Tile): Partial<Filter> => (tile === 'red' ? { light: isOn(tile) ? '' : 'red' } : { [tile]: !isOn(tile) })
  return (
    <div className="portfolio-tiles" role="group" aria-label={t('staff-projects.tiles')}>
      {TILES.map((tile) => (
        <ToggleButton key={tile} className="portfolio-tile" checked={isOn(tile)} onClick={() => narrow(toggled(tile))}>
          <span className="tile">
            <strong>{counts[tile]}</strong> {t(`staff-projects.filter-${tile}`)}
          </span>
        </ToggleButton>
      ))}
    </div>
  )
}
