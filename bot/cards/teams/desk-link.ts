/** The id of the desk's tab in the Teams app. */
export const DESK_TAB = 'desk'

export type DeskAddress = { appId?: string; publicUrl?: URL; localUrl: () => string }

/** Where the desk opens: as a tab of Teams where the app is known there, otherwise its page. */
export function deskLink({ appId, publicUrl, localUrl }: DeskAddress, handOff?: string): string {
  const page = new URL('/staff', publicUrl ?? localUrl())
  if (!appId || !publicUrl) return page.href
  const link = new URL(`https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/${DESK_TAB}`)
  link.searchParams.set('webUrl', page.href)
  if (handOff) link.searchParams.set('context', JSON.stringify({ subEntityId: handOff }))
  return link.href
}
