import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ProjectEventSent } from '../../../../bot/domain/projects/events.js'
import { Told } from '../../parts/told.js'
import { useProject } from '../project/use-project.js'
import { useProjects } from '../use-projects.js'

type Props = {
  text: string
  name?: string
  done: string
  event: ProjectEventSent
  isMain?: boolean
  /** What is asked first, where what is done cannot be undone. */
  asks?: string
}

/** One press that does one thing. What stands in the way is said beside it. `name`: for whoever hears it, where there are several alike. */
export function ActButton({ text, name, done, event, isMain, asks }: Props) {
  const { t } = useProjects()
  const { act } = useProject()
  const [isAsking, setAsking] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const press = async (): Promise<void> => {
    setBusy(true)
    const problem = await act(event, done)
    setBusy(false)
    setAsking(false)
    setTrouble(problem)
  }
  return (
    <span className="project-act">
      <Button
        size="small"
        appearance={isMain ? 'primary' : 'secondary'}
        disabledFocusable={isBusy}
        {...(name ? { 'aria-label': name } : {})}
        {...(asks ? { 'aria-expanded': isAsking } : {})}
        onClick={() => (asks ? setAsking(!isAsking) : void press())}
      >
        {text}
      </Button>
      {isAsking && (
        <span className="project-line" role="group" aria-label={asks}>
          <span>{asks}</span>
          <Button size="small" appearance="primary" disabledFocusable={isBusy} onClick={() => void press()}>
            {name ?? text}
          </Button>
          <Button size="small" onClick={() => setAsking(false)}>
            {t('staff-projects.do-not')}
          </Button>
        </span>
      )}
      {trouble && <Told intent="error">{trouble}</Told>}
    </span>
  )
}
