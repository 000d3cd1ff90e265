import { useProjects } from '../use-projects.js'
import { paperPath } from '../ways.js'
import { Download } from './download.js'

type Props = { project: string; paper: string; number: number }

/** The same paper as PDF and as Word. What it is called is told to whoever hears the page too. */
export function Papers({ project, paper, number }: Props) {
  const { t } = useProjects()
  const title = t(`staff-projects.paper-${paper}`, { number })
  return (
    <span className="project-line" role="group" aria-label={t('staff-projects.download', { what: title })}>
      {(['pdf', 'docx'] as const).map((format) => (
        <Download
          key={format}
          path={paperPath(project, paper, number, format)}
          name={`${title}.${format}`}
          text={t(`staff-projects.as-${format}`)}
        />
      ))}
    </span>
  )
}
