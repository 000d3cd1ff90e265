import type { Config } from '../../../config/config.js'
import type { DeskStore } from '../../../domain/desk/ports.js'
import type { StaffMember } from '../../../domain/desk/staff-member.js'
import { DEVELOPMENT_PEOPLE } from '../../../domain/people/development-people.js'
import type { Profile, Who } from '../../../domain/people/people.js'
import type { Role } from '../../../domain/people/roles.js'
import { DEVELOPMENT_TENANT, type StaffIdentity } from '../../../domain/people/staff-identity.js'
import type { Translate } from '../../../i18n/translate.js'

export type Members = {
  /** The row of somebody who has proved who they are. Somebody whom the configuration appoints gets a row the first time. */
  memberOf(identity: StaffIdentity): Promise<StaffMember | undefined>
  /** Gives the people of the development sign-in their rows, so that they can press in Teams before they were at the desk. Nothing when that is closed. */
  appointDevelopment(): Promise<void>
  /** What somebody has to begin with, before a lead gives them a role. `name` is as the organisation writes it. */
  newcomer(name?: string): Profile
}

export type MembersNeeds = {
  config: Pick<Config, 'languages' | 'staff'>
  staff: Pick<DeskStore, 'member' | 'saveMember'>
  /** Ids of all queues. */
  queues: () => readonly string[]
  /** Whether somebody has a seat in a project. That lets them in to projects, and to nothing else. */
  isSeated: (who: Who) => Promise<boolean>
  translate: (language: string) => Translate
}

// Whoever begins does everything, until there are others.
const FIRST_LEAD_ROLES: readonly Role[] = ['lead', 'agent', 'editor', 'portfolio-office']
const CAPACITY = 3

export function members(needs: MembersNeeds): Members {
  const { staff } = needs
  const memberOf = async (identity: StaffIdentity): Promise<StaffMember | undefined> => {
    const known = await staff.member(identity.tenant, identity.oid)
    if (known) return known
    const appointed = appointedBy(needs, identity) ?? (await seated(needs, identity))
    if (appointed) await staff.saveMember(appointed)
    return appointed
  }
  return {
    memberOf,
    newcomer: (name) => newProfile(needs, { name: firstName(name ?? ''), roles: [] }),
    async appointDevelopment() {
      if (!needs.config.staff.development) return
      for (const { oid } of DEVELOPMENT_PEOPLE) await memberOf({ tenant: DEVELOPMENT_TENANT, oid })
    },
  }
}

function appointedBy(needs: MembersNeeds, { tenant, oid, name }: StaffIdentity): StaffMember | undefined {
  const { development, firstLead } = needs.config.staff
  const person = development && tenant === DEVELOPMENT_TENANT ? DEVELOPMENT_PEOPLE.find((one) => one.oid === oid) : undefined
  if (person) return newMember(needs, { tenant, ...person })
  if (firstLead?.tenant !== tenant || firstLead.oid !== oid) return undefined
  return newMember(needs, { tenant, oid, name: firstName(name ?? ''), roles: FIRST_LEAD_ROLES })
}

/** Whoever puts somebody in a seat lets them in: a city has thousands of them, and no lead should have to do it once more. */
async function seated(needs: MembersNeeds, { tenant, oid, name }: StaffIdentity): Promise<StaffMember | undefined> {
  if (!(await needs.isSeated({ tenant, oid }))) return undefined
  return { ...newMember(needs, { tenant, oid, name: firstName(name ?? '') || oid, roles: ['project'] }), queues: [] }
}

type Named = Pick<StaffMember, 'name' | 'roles'>

const newMember = (needs: MembersNeeds, { tenant, oid, ...person }: Named & Who): StaffMember => ({
  tenant,
  oid,
  ...newProfile(needs, person),
  presence: 'off-shift',
})

const newProfile = ({ config, queues, translate }: MembersNeeds, { name, roles }: Named): Profile => ({
  name,
  roles,
  team: translate(config.languages[0] ?? 'sv')('staff-sign-in.team'),
  queues: queues(),
  languages: config.languages,
  topics: [],
  capacity: CAPACITY,
})

/** Citizens see a first name only. Organisations write "First Last" or "Last, First". */
function firstName(name: string): string {
  const [last = '', first = last] = name.split(',')
  return first.trim().split(/\s+/)[0] ?? ''
}
