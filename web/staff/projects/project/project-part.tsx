import { Button, Spinner } from '@fluentui/react-components'
import { useEffect, useRef, type ComponentType, type RefObject } from 'react'
import { Told } from '../../parts/told.js'
import { linkTo, TABS, type Address, type Tab } from '../address.js'
import { named, ProjectsContext, useProjects } from '../use-projects.js'
import { DecisionsTab } from './decisions-tab.js'
import { DeliveriesTab } from './deliveries-tab.js'
import { EffectsTab } from './effects-tab.js'
import { MeetingsTab } from './meetings-tab.js'
import { OverviewTab } from './overview-tab.js'
import { PeopleTab } from './people-tab.js'
import { PlanTab } from './plan-tab.js'
import { ProjectHead } from './project-head.js'
import { ReportsTab } from './reports-tab.js'
import { ProjectContext, useProjectInHand } from './use-project.js'

/** `about`: the one thing of a tab that is looked at, by the address. */
export type TabProps = { about?: string }
const TAB_PARTS: Record<Tab, ComponentType<TabProps>> = {
  overview: OverviewTab,
  plan: PlanTab,
  reports: ReportsTab,
  decisions: DecisionsTab,
  meetings: MeetingsTab,
  deliveries: DeliveriesTab,
  effects: EffectsTab,
  people: PeopleTab,
}

type Props = {
  project: string
  address: Address
  isShown: boolean
  /** Whether somebody has come here by a press; who opens the page is left where the browser puts them. */
  hasMoved: RefObject<boolean>
}

/** One project with its tabs. That it waits for a decision stands above all of them. */
export function ProjectPart({ project, address, isShown, hasMoved }: Props) {
  const place = useProjects()
  const { t } = place
  const { inHand, trouble, read } = useProjectInHand(project, isShown)
  const heading = useRef<HTMLHeadingElement>(null)
  const isThere = inHand !== undefined
  useEffect(() => {
    if (isThere && hasMoved.current) heading.current?.focus()
  }, [isThere, hasMoved])
  useEffect(() => {
    // What was pressed may be gone with what it stood in, so that the hands would be nowhere.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) heading.current?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [address.tab, address.about])
  const back = (
    <p>
      <a href={linkTo({})}>{t('staff-projects.back')}</a>
    </p>
  )
  if (!inHand)
    return (
      <>
        {back}
        {trouble ? (
          <Told intent="error">
            {trouble} <Button onClick={() => void read()}>{t('staff-projects.again')}</Button>
          </Told>
        ) : (
          <Spinner label={t('staff.starting')} />
        )}
      </>
    )
  const tabs = TABS.filter((tab) => tab !== 'meetings' || inHand.view.meetings)
  const tab = tabs.includes(address.tab) ? address.tab : 'overview'
  const Part = TAB_PARTS[tab]
  return (
    <ProjectsContext value={named(place, inHand.view.names)}>
      <ProjectContext value={inHand}>
        {back}
        <ProjectHead heading={heading} />
        {trouble && <Told intent="warning">{trouble}</Told>}
        <TabNav {...{ project, tab, tabs }} />
        <Part key={`${tab} ${address.about ?? ''}`} about={address.about} />
      </ProjectContext>
    </ProjectsContext>
  )
}

type NavProps = { project: string; tab: Tab; tabs: readonly Tab[] }

function TabNav({ project, tab, tabs }: NavProps) {
  const { t } = useProjects()
  return (
    <nav className="project-tabs" aria-label={t('staff-projects.tabs')}>
      <ul>
        {tabs.map((one) => (
          <li key={one}>
            <a href={linkTo({ project, tab: one })} {...(one === tab ? { 'aria-current': 'page' as const } : {})}>
              {t(`staff-projects.tab-${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
