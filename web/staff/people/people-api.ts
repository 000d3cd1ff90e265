import type { PeopleView, PersonView } from '../../../bot/domain/people/people-view.js'
import type { Got } from '../api.js'
import type { PlaceProps } from '../place.js'

/** What is not in it stays; null takes away. */
export type Change = Partial<Omit<PersonView, 'id' | 'version' | 'email' | 'shift'>> & {
  email?: string | null
  shift?: { from: string; until: string } | null
}

type Api = PlaceProps['api']
export const allPeople = (api: Api): Promise<Got<PeopleView>> => api.get<PeopleView>('people')
export const changePerson = (
  api: Api,
  id: string,
  expects: number | undefined,
  change: Change,
): Promise<Got<{ person: PersonView }>> =>
  api.post('people/change', { id, ...(expects === undefined ? {} : { expects }), change })
export const dismissRequest = (api: Api, id: string): Promise<Got<object>> => api.post('people/dismiss', { id })
