import type { Api, Got } from '../api.js'

export type Member = { id: string; name: string; team: string; roles: readonly string[]; permissions: readonly string[] }
export type Session = { session: string; expires: string; member: Member }
export type Way =
  | { way: 'teams' }
  | { way: 'browser'; address: string }
  | { way: 'development'; people: readonly { oid: string; name: string; roles: readonly string[] }[] }
export type Ways = { ways: readonly Way[]; warning?: string }
export type Proof = { token: string } | { as: string } | { code: string }

const KEPT_AS = 'lotsen.desk.session'

/** Kept in the tab only: whoever closes it signs in anew. */
export const keptSession = (): string | undefined => sessionStorage.getItem(KEPT_AS) ?? undefined
export const keepSession = ({ session }: Session): void => sessionStorage.setItem(KEPT_AS, session)
export const forgetSession = (): void => sessionStorage.removeItem(KEPT_AS)

export const signInBy = (api: Api, proof: Proof): Promise<Got<Session>> => api.post<Session>('sign-in', proof)
export const renewed = (api: Api): Promise<Got<Session>> => api.post<Session>('session', {})
export const waysIn = (api: Api): Promise<Got<Ways>> => api.get<Ways>('sign-in/ways')

/** The code that a browser comes back with from signing in. It is taken out of the address at once, so that it is in no history. */
export function codeInAddress(): string | undefined {
  const code = /^#signed-in=(.+)$/.exec(location.hash)?.[1]
  if (code) history.replaceState(null, '', location.pathname + location.search)
  return code && decodeURIComponent(code)
}
