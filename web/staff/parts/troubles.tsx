import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useDesk } from '../hooks/use-desk.js'

/** What could not be done, at the chat that it is about, otherwise in passing. */
export function Troubles({ handOff }: { handOff?: string }) {
  const { state, dispatch, t } = useDesk()
  // What is about a chat that is not shown here is told in passing, or nobody would read it.
  const isHere = (about: string | undefined): boolean =>
    (about !== undefined && state.open.includes(about) ? about : undefined) === handOff
  return state.troubles
    .filter((trouble) => isHere(trouble.handOff))
    .map(({ id, text }) => (
      <MessageBar key={id} intent="error" layout="multiline" role="alert">
        <MessageBarBody>{text}</MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => dispatch({ do: 'trouble-over', id })}>
            {t('staff.understood')}
          </Button>
        </MessageBarActions>
      </MessageBar>
    ))
}
