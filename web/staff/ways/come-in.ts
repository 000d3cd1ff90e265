import type { Api, Got } from '../api.js'
import { codeInAddress, keptSession, renewed, signInBy, type Session } from './session.js'
import type { InTeams } from './teams.js'

/** Signs in without asking anybody, if there is a way. Undefined when a person must choose. */
export async function comeIn(api: Api, teams: InTeams | undefined): Promise<Got<Session> | undefined> {
  const code = codeInAddress()
  if (code) return signInBy(api, { code })
  const token = await teams?.token()
  if (token) return signInBy(api, { token })
  if (!keptSession()) return undefined
  const again = await renewed(api)
  return again.is === 'ok' ? again : undefined
}

/** A fresh session while one is working, without a word to the person. Teams gives a new token; a browser's session is renewed. */
export async function comeInAgain(api: Api, teams: InTeams | undefined): Promise<Got<Session>> {
  const token = await teams?.token()
  return token ? signInBy(api, { token }) : renewed(api)
}
