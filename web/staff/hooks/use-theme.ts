import type { Theme } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { isDarkWished, themeFor } from '../themes.js'
import type { InTeams } from '../ways/teams.js'

/** The theme as Teams has it, also when it changes; in a plain browser as the browser has it. */
export function useTheme(teams: InTeams | undefined): Theme {
  const [ofTeams, setOfTeams] = useState<string>()
  const [isDark, setDark] = useState(isDarkWished)
  useEffect(() => {
    if (!teams) return
    setOfTeams(teams.theme)
    teams.onTheme(setOfTeams)
  }, [teams])
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)')
    const changed = () => setDark(query.matches)
    query.addEventListener('change', changed)
    return () => query.removeEventListener('change', changed)
  }, [])
  return themeFor(ofTeams, isDark)
}
