export const TABS = ['overview', 'plan', 'reports', 'decisions', 'meetings', 'deliveries', 'effects', 'people'] as const
export type Tab = (typeof TABS)[number]

/** What the page shows: the portfolio, or a tab of a project, there perhaps one thing by its number. */
export type Address = { project?: string; tab: Tab; about?: string }

/** `#projects/<project>/<tab>/<about>`; what is not known is as if it were not there. */
export function addressIn(hash: string): Address {
  const [place, project, tab, about] = hash.replace(/^#/, '').split('/').map(decoded)
  if (place !== 'projects' || !project) return { tab: 'overview' }
  const known = TABS.find((one) => one === tab)
  return { project, tab: known ?? 'overview', ...(known && about ? { about } : {}) }
}

export const linkTo = ({ project, tab = 'overview', about }: Partial<Address>): string =>
  ['#projects', ...(project ? [project, tab] : []), ...(project && about ? [about] : [])]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join('/')

// An address that somebody has cut short is no reason to show nothing.
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
