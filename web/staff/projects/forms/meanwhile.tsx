import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Told } from '../../parts/told.js'
import { useProjects } from '../use-projects.js'

type Props = { difference: ReactNode; goOn: () => void; beginAgain?: () => void }

/** Somebody else has changed what the form began from: what is different now, and two ways on. Nothing that was typed is lost by either. */
export function Meanwhile({ difference, goOn, beginAgain }: Props) {
  const { t } = useProjects()
  return (
    <div className="project-meanwhile">
      <Told intent="warning">{t('staff-projects.changed-meanwhile')}</Told>
      {difference}
      <div className="project-line">
        <Button onClick={goOn}>{t('staff-projects.seen-go-on')}</Button>
        {beginAgain && <Button onClick={beginAgain}>{t('staff-projects.begin-again')}</Button>}
      </div>
    </div>
  )
}
