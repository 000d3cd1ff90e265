import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useDesk } from '../hooks/use-desk.js'
import { Troubles } from './troubles.js'

/** What is told in passing, over the page so that nothing moves: what could not be done, and reports that can be taken back for some seconds. */
export function ReportsBar() {
  const { state, dispatch, t } = useDesk()
  return (
    <div className="reports" role="status">
      <Troubles />
      {state.reports.map(({ id, kind }) => (
        <MessageBar key={id} intent="success">
          <MessageBarBody>{t(`staff.reporting-${kind}`)}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => dispatch({ do: 'report-over', id })}>
              {t('staff.undo')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ))}
    </div>
  )
}
