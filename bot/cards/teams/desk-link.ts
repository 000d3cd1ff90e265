/** The id of the desk's tab in the Teams app. */
export const DESK_TAB = 'desk'

export type DeskAddress = { appId?: string; publicUrl?: URL; localUrl: () => string }

/** Where the desk opens: as a tab of Teams where the app is known there, otherwise its page. */
export const deskLink = (address: DeskAddress, handOff?: string): string => tabLink(address, pageOf(address), handOff)

/** Where a project opens, or all of them; the page itself for who reads it outside of Teams. Teams hands what is behind `#` to the tab. */
export function projectLink(address: DeskAddress, project: string | undefined, isInTeams: boolean): string {
  const place = project === undefined ? 'projects' : `projects/${project}`
  const page = `${pageOf(address)}#${place}`
  return isInTeams ? tabLink(address, page, place) : page
}

const pageOf = ({ publicUrl, localUrl }: DeskAddress): string => new URL('/staff', publicUrl ?? localUrl()).href

function tabLink({ appId, publicUrl }: DeskAddress, page: string, within: string | undefined): string {
  if (!appId || !publicUrl) return page
  const link = new URL(`https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/${DESK_TAB}`)
  link.searchParams.set('webUrl', page)
  if (within) link.searchParams.set('context', JSON.stringify({ subEntityId: within }))
  return link.href
}
