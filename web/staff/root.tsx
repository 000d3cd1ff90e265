import { FluentProvider, Spinner } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useLanguage } from './hooks/use-language.js'
import { useSession } from './hooks/use-session.js'
import { useTheme } from './hooks/use-theme.js'
import { WordsContext } from './hooks/use-words.js'
import { SignIn } from './parts/sign-in.js'
import { StaffPage } from './staff-page.js'
import { translator } from './words.js'

/** The page of staff, or the way to it. `beat`: address of the worker that keeps time. */
export function Root({ beat }: { beat: string }) {
  const [language, setLanguage] = useLanguage()
  const t = useMemo(() => translator(language), [language])
  const session = useSession(language)
  const theme = useTheme(session.teams)
  const { state } = session
  return (
    <FluentProvider theme={theme} className="root">
      <WordsContext value={t}>
        {state.is === 'starting' && <Spinner className="starting" label={t('staff.starting')} />}
        {state.is === 'out' && <SignIn {...{ state, session, t, language, setLanguage }} />}
        {state.is === 'in' && <StaffPage {...{ session, signedIn: state, t, language, setLanguage, beat }} />}
      </WordsContext>
    </FluentProvider>
  )
}
