import { Button } from '@fluentui/react-components'
import { useProjects } from '../use-projects.js'
import { pagesIn } from './filter.js'

type Props = { count: number; page: number; setPage: (page: number) => void }

/** From page to page; not there when one is all. */
export function Paging({ count, page, setPage }: Props) {
  const { t } = useProjects()
  const pages = pagesIn(count)
  if (pages === 1) return null
  return (
    <nav className="project-line" aria-label={t('staff-projects.pages')}>
      <Button size="small" disabledFocusable={page === 0} onClick={() => setPage(page - 1)}>
        {t('staff-projects.page-before')}
      </Button>
      <span role="status">{t('staff-projects.page-of', { page: page + 1, pages })}</span>
      <Button size="small" disabledFocusable={page >= pages - 1} onClick={() => setPage(page + 1)}>
        {t('staff-projects.page-next')}
      </Button>
    </nav>
  )
}
