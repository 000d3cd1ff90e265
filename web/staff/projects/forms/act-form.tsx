import { Button } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { Told } from '../../parts/told.js'
import type { Trouble } from '../project/use-project.js'
import { useProjects } from '../use-projects.js'
import { useFormFocus } from './use-form-focus.js'

type Props = {
  title: string
  doText: string
  isReady: boolean
  /** Undefined when it is done. */
  submit: () => Promise<Trouble | undefined>
  /** Closes it; only a form that somebody has opened has it. */
  cancel?: () => void
  /** More presses beside the last one. */
  more?: ReactNode
  children: ReactNode
}

/** A form on the page. What was filled in stays when it could not be done. */
export function ActForm({ title, doText, isReady, submit, cancel, more, children }: Props) {
  const { t } = useProjects()
  const [trouble, setTrouble] = useState<Trouble>()
  const [isBusy, setBusy] = useState(false)
  const heading = useFormFocus(cancel !== undefined)
  const send = async (): Promise<void> => {
    setBusy(true)
    const problem = await submit()
    setBusy(false)
    setTrouble(problem)
  }
  return (
    <form
      className="project-form panel"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !isBusy) void send()
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
      {trouble && <Told intent="error">{trouble}</Told>}
      <div className="project-line">
        <Button type="submit" appearance="primary" disabledFocusable={!isReady || isBusy}>
          {doText}
        </Button>
        {more}
        {cancel && <Button onClick={cancel}>{t('staff.cancel')}</Button>}
      </div>
    </form>
  )
}
