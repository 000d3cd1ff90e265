import { Button } from '@fluentui/react-components'
import { ArrowDownload16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useProjects } from '../use-projects.js'

type Props = { path: string; name: string; text: string }
type State = 'ready' | 'fetching' | 'failed'

/** A paper, fetched by who is signed in when it is asked for, and saved. */
export function Download({ path, name, text }: Props) {
  const { ways, t } = useProjects()
  const [state, setState] = useState<State>('ready')
  const save = async (): Promise<void> => {
    setState('fetching')
    const file = await ways.paper(path)
    setState(file ? 'ready' : 'failed')
    if (!file) return
    const address = URL.createObjectURL(file)
    Object.assign(document.createElement('a'), { href: address, download: name }).click()
    URL.revokeObjectURL(address)
  }
  return (
    <span className="project-download">
      <Button size="small" icon={<ArrowDownload16Regular />} disabledFocusable={state === 'fetching'} onClick={() => void save()}>
        {text}
      </Button>
      {state === 'failed' && <span role="alert">{t('staff-projects.not-fetched')}</span>}
    </span>
  )
}
