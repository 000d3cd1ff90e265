import { staffIdOf, type StaffMember } from '../../domain/desk/staff-member.js'
import { giveRoles, type Given } from '../../domain/people/giving-roles.js'
import type { PeopleStore, Profile, Who } from '../../domain/people/people.js'
import { may } from '../../domain/people/permissions.js'
import type { DeskNeeds } from '../needs.js'
import { giveUp } from '../presence.js'

export type PeopleNeeds = DeskNeeds & {
  people: PeopleStore
  /** What somebody new gets until a lead says otherwise. `name` is as the organisation writes it. */
  newcomer: (name?: string) => Profile
  /** Whether somebody of this tenant can sign in here at all. */
  canSignIn: (tenant: string) => boolean
}
export type Wanted = { who: Who; expects?: number; change: Partial<Profile> }

/** A lead changes what somebody is here. Whoever may take chats no more lets go of those they have, so that nobody waits for them. */
export async function changePerson(needs: PeopleNeeds, lead: StaffMember, { who, expects, change }: Wanted): Promise<Given> {
  const { people, newcomer, canSignIn, now, store } = needs
  const by = staffIdOf(lead)
  const asked = (await people.requests(REQUESTS)).find((one) => staffIdOf(one) === staffIdOf(who))
  const otherwise = newcomer(asked?.name)
  const given = await people.settle((all) => giveRoles(all, { by, who, expects, change, otherwise, canSignIn, at: now() }))
  if (given.kind === 'given' && !may(given.person.roles, 'desk.take')) {
    await store.heard(who.tenant, who.oid, now(), 'off-shift')
    await giveUp(needs, staffIdOf(who), 'off-shift', { by, action: 'people.changed' })
  }
  return given
}

/** So many who asked are shown, the newest. */
export const REQUESTS = 200
