import { Button } from '@fluentui/react-components'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { newId } from '../../chat/new-id.js'
import { Told } from '../parts/told.js'
import type { PlaceProps } from '../place.js'
import { PortfolioPart } from './portfolio/portfolio-part.js'
import { ProjectPart } from './project/project-part.js'
import { useAddress } from './use-address.js'
import { namer, ProjectsContext } from './use-projects.js'
import { waysOf } from './ways.js'

/** The projects: all of them, or one with its tabs. The list stays as it was while one is looked at. */
export function ProjectsPage({ api, t, language, member, isShown }: PlaceProps) {
  const address = useAddress()
  const ways = useMemo(() => waysOf(api), [api])
  // The same words twice are two things that were done: both are read aloud.
  const [told, setTold] = useState<{ text: string; id: string }>()
  const tell = useCallback((text: string) => setTold({ text, id: newId() }), [])
  const place = useMemo(
    () => ({ ways, t, language, me: member.id, nameOf: namer({}, t), hasName: () => false, tell }),
    [ways, t, language, member.id, tell],
  )
  const page = useRef<HTMLDivElement>(null)
  const before = useRef(address.project)
  const hasMoved = useRef(false)
  useEffect(() => {
    // Whoever comes back to the list stands at the place's heading.
    if (before.current !== undefined && address.project === undefined)
      page.current?.closest('main')?.querySelector<HTMLElement>('h1')?.focus()
    if (before.current !== address.project) hasMoved.current = true
    before.current = address.project
  }, [address.project])
  return (
    <ProjectsContext value={place}>
      <div className="projects" ref={page}>
        {told && (
          <div key={told.id} className="projects-told">
            <Told intent="success">
              {told.text}{' '}
              <Button size="small" appearance="subtle" onClick={() => setTold(undefined)}>
                {t('staff-projects.told-seen')}
              </Button>
            </Told>
          </div>
        )}
        <div hidden={address.project !== undefined}>
          <PortfolioPart isShown={isShown && address.project === undefined} />
        </div>
        {address.project !== undefined && (
          <ProjectPart key={address.project} {...{ isShown, address, hasMoved }} project={address.project} />
        )}
      </div>
    </ProjectsContext>
  )
}
