import { Badge, Button } from '@fluentui/react-components'
import type { Use } from '../../../../bot/domain/projects/portfolio.js'
import type { Portfolio } from '../../../../bot/domain/projects/project.js'
import { moneyText, shortMoney } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { percentOf, roundTop, shareOf } from './bars.js'
import { UseTable } from './use-table.js'

type Props = { use: readonly Use[]; year: string; choose: (portfolio: Portfolio) => void }

/**
 * How each of the five portfolios uses its frame of the year: what is planned as a bar, the frame as a line across it, all by the same measure.
 * `choose` shows the projects of one.
 */
export function UsePicture({ use, year, choose }: Props) {
  const { t } = useProjects()
  const top = roundTop(use.flatMap(({ budget, frame = 0 }) => [budget, frame]))
  return (
    <figure className="project-picture">
      <figcaption>{t('staff-projects.portfolios', { year })}</figcaption>
      <p className="quiet">{t('staff-projects.use-hint')}</p>
      <ul className="portfolio-list">
        {use.map((one) => (
          <UseItem key={one.portfolio} {...{ one, top, choose }} />
        ))}
      </ul>
      <details>
        <summary>{t('staff-projects.as-table')}</summary>
        <UseTable {...{ use, year }} />
      </details>
    </figure>
  )
}

const HEIGHT = 22

function UseItem({ one, top, choose }: { one: Use; top: number; choose: Props['choose'] }) {
  const { t, language } = useProjects()
  const { portfolio, budget, frame, projects, late, red, waiting } = one
  const name = t(`staff-projects.portfolio-${portfolio}`)
  const share = shareOf(budget, frame)
  const isOver = frame !== undefined && budget > frame
  const money = { budget: shortMoney(budget, language), frame: shortMoney(frame ?? 0, language), share: share ?? 0 }
  return (
    <li>
      <div className="project-line">
        <h3>{name}</h3>
        {isOver && (
          <Badge appearance="filled" color="danger" className="project-mark">
            {t('staff-projects.over-frame', { by: moneyText(budget - frame, language) })}
          </Badge>
        )}
      </div>
      <p>{t(share === undefined ? 'staff-projects.use-no-frame' : 'staff-projects.use-of-frame', money)}</p>
      <svg width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
        <rect className="picture-ground" y={5} width="100%" height={12} />
        <rect className={`picture-bar${isOver ? ' over' : ''}`} y={5} width={`${percentOf(budget, top)}%`} height={12} />
        {frame !== undefined && <FrameLine at={percentOf(frame, top)} />}
      </svg>
      <p className="quiet">{t('staff-projects.use-counts', { projects, late, red, waiting })}</p>
      <div>
        <Button size="small" aria-label={t('staff-projects.show-projects-of', { name })} onClick={() => choose(portfolio)}>
          {t('staff-projects.show-projects')}
        </Button>
      </div>
    </li>
  )
}

const FrameLine = ({ at }: { at: number }) => (
  <line className="picture-limit" x1={`${at}%`} x2={`${at}%`} y1={1} y2={HEIGHT - 1} />
)
