import { Button, Spinner, ToggleButton } from '@fluentui/react-components'
import { useState } from 'react'
import { Told } from '../../parts/told.js'
import { named, ProjectsContext, useProjects } from '../use-projects.js'
import type { Portfolio } from '../ways.js'
import { FoundPart } from './found-part.js'
import { FramesPart } from './frames-part.js'
import { MinePart } from './mine-part.js'
import { OwnProjects } from './own-projects.js'
import { RegisterForm } from './register-form.js'
import { usePortfolio, type PortfolioInHand } from './use-portfolio.js'

const LOOKS = ['list', 'timelines', 'frames'] as const
type Look = (typeof LOOKS)[number]

/** All projects that one may see: what needs somebody first. As a list, on a line of time, or as the five portfolios. */
export function PortfolioPart({ isShown }: { isShown: boolean }) {
  const place = useProjects()
  const { t } = place
  const inHand = usePortfolio(isShown)
  const { view, mine, trouble, isElsewhere, read } = inHand
  if (isElsewhere && mine && trouble) return <OwnProjects mine={mine} elsewhere={trouble} />
  if (!view) return trouble ? <NotRead {...{ trouble }} again={() => void read()} /> : <Spinner label={t('staff.starting')} />
  return (
    <ProjectsContext value={named(place, view.names)}>
      <div className="projects-all">
        {trouble && <Told intent="warning">{trouble}</Told>}
        {mine && <MinePart mine={mine} />}
        <AllProjects {...{ inHand, view }} />
      </div>
    </ProjectsContext>
  )
}

function AllProjects({ inHand, view }: { inHand: PortfolioInHand; view: Portfolio }) {
  const { t } = useProjects()
  const [look, setLook] = useState<Look>('list')
  const [isRegistering, setRegistering] = useState(false)
  return (
    <section className="panel" aria-labelledby="projects-list">
      <div className="project-line">
        <h2 id="projects-list" tabIndex={-1}>
          {t('staff-projects.all')}
        </h2>
        <span className="push" />
        <div className="project-line project-looks" role="group" aria-label={t('staff-projects.look')}>
          {LOOKS.map((one) => (
            <ToggleButton key={one} checked={look === one} onClick={() => setLook(one)}>
              {t(`staff-projects.look-${one}`)}
            </ToggleButton>
          ))}
        </div>
        {view.mayRegister && !isRegistering && (
          <Button appearance="primary" onClick={() => setRegistering(true)}>
            {t('staff-projects.register')}
          </Button>
        )}
      </div>
      {isRegistering && <RegisterForm close={() => setRegistering(false)} />}
      {look === 'frames' ? (
        <FramesPart
          {...{ inHand, view }}
          choose={(portfolio) => {
            inHand.narrow({ portfolio })
            setLook('list')
          }}
        />
      ) : (
        <FoundPart {...{ inHand, view, look }} />
      )}
    </section>
  )
}

const NotRead = ({ trouble, again }: { trouble: string; again: () => void }) => {
  const { t } = useProjects()
  return (
    <Told intent="error">
      {trouble} <Button onClick={again}>{t('staff-projects.again')}</Button>
    </Told>
  )
}
