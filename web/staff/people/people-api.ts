import type { Got } from '../api.js'
import type { PlaceProps } from '../place.js'
import type { Role } from '../../../bot/domain/people/roles.js'

/** What GET /staff/api/people says. `version` is what a change is built on. */
export type Person = {
  id: string
  version: number
  name: string
  team: string
  roles: readonly Role[]
  queues: readonly string[]
  languages: readonly string[]
  topics: readonly string[]
  capacity: number
  email?: string
  shift?: { from: string; until: string }
}
export type AskedFor = { id: string; at: string; name?: string; suggested: string; version?: number }
export type Choice = { id: string; name: string }
export type People = {
  me: string
  people: readonly Person[]
  asked: readonly AskedFor[]
  choices: {
    roles: readonly { id: Role; permissions: readonly string[] }[]
    queues: readonly Choice[]
    topics: readonly Choice[]
  }
}
/** What is not in it stays; null takes away. */
export type Change = Partial<Omit<Person, 'id' | 'version' | 'email' | 'shift'>> & {
  email?: string | null
  shift?: { from: string; until: string } | null
}

type Api = PlaceProps['api']
export const allPeople = (api: Api): Promise<Got<People>> => api.get<People>('people')
export const changePerson = (
  api: Api,
  id: string,
  expects: number | undefined,
  change: Change,
): Promise<Got<{ person: Person }>> => api.post('people/change', { id, ...(expects === undefined ? {} : { expects }), change })
export const dismissRequest = (api: Api, id: string): Promise<Got<object>> => api.post('people/dismiss', { id })
