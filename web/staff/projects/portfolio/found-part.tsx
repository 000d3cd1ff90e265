import { Download } from '../parts/download.js'
import { PortfolioTimeline } from '../pictures/portfolio-timeline.js'
import { useProjects } from '../use-projects.js'
import type { Portfolio } from '../ways.js'
import { queryOf } from './filter.js'
import { FilterBar } from './filter-bar.js'
import { Paging } from './paging.js'
import { ProjectList } from './project-list.js'
import { Tiles } from './tiles.js'
import type { PortfolioInHand } from './use-portfolio.js'

type Props = { inHand: PortfolioInHand; view: Portfolio; look: 'list' | 'timelines' }

/** What there is of what one has chosen, as a list or on a line of time, and the same as a workbook. */
export function FoundPart({ inHand: { filter, narrow, page, setPage }, view, look }: Props) {
  const { t } = useProjects()
  return (
    <>
      <Tiles {...{ filter, narrow }} counts={view.counts} />
      <FilterBar {...{ filter, narrow }} />
      <div className="project-line">
        <p role="status" className="quiet">
          {t('staff-projects.found', { count: view.of })}
        </p>
        <span className="push" />
        {(['xlsx', 'csv'] as const).map((format) => (
          <Download
            key={format}
            path={`papers/portfolio?format=${format}&${queryOf(filter, 0)}`}
            name={`${t('staff-projects.file-portfolio')}.${format}`}
            text={t(`staff-projects.as-${format}`)}
          />
        ))}
      </div>
      {look === 'list' && <ProjectList projects={view.projects} today={view.today} />}
      {look === 'timelines' && <PortfolioTimeline projects={view.projects} today={view.today} />}
      <Paging count={view.of} {...{ page, setPage }} />
    </>
  )
}
