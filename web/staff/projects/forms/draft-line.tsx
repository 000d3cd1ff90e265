import { Button } from '@fluentui/react-components'
import { dayText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import type { DraftInHand } from './use-draft.js'

type Props = { draft: DraftInHand; discard: () => void }

/** Whether what is written is kept, and until when, and a press that throws it away. */
export function DraftLine({ draft: { state, found }, discard }: Props) {
  const { t, language } = useProjects()
  return (
    <p className="project-line quiet">
      <span role="status">
        {t(`staff-projects.draft-${state.is}`, state.is === 'saved' ? { until: dayText(state.until, language) } : {})}
      </span>
      {(state.is !== 'none' || found === 'here') && (
        <Button size="small" appearance="subtle" onClick={discard}>
          {t('staff-projects.draft-discard')}
        </Button>
      )}
    </p>
  )
}
