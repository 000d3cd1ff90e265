import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/react-components'

const OF_TEAMS: Record<string, Theme> = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme }

export const isDarkWished = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches

/** The theme of Teams by its name, or the one that the browser is set to. */
export const themeFor = (ofTeams: string | undefined, isDark: boolean): Theme =>
  (ofTeams === undefined ? undefined : OF_TEAMS[ofTeams]) ?? (isDark ? webDarkTheme : webLightTheme)
