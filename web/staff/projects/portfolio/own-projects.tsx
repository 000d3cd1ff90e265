import { Told } from '../../parts/told.js'
import { useProjects } from '../use-projects.js'
import type { Mine } from '../ways.js'
import { MinePart } from './mine-part.js'
import { ProjectList } from './project-list.js'

/** Where the city has its portfolio elsewhere: that it has, and one's own projects all the same. `elsewhere`: the server's words about it. */
export function OwnProjects({ mine, elsewhere }: { mine: Mine; elsewhere: string }) {
  const { t } = useProjects()
  const { projects, late, today } = mine
  return (
    <div className="projects-all">
      <Told intent="info">{elsewhere}</Told>
      <MinePart mine={mine} />
      <section className="panel" aria-labelledby="projects-own">
        <h2 id="projects-own">{t('staff-projects.own')}</h2>
        {projects.length === 0 ? (
          <p className="quiet">{t('staff-projects.no-own')}</p>
        ) : (
          <ProjectList projects={projects.map((one) => ({ ...one, isLate: late.includes(one.id) }))} today={today} />
        )}
      </section>
    </div>
  )
}
