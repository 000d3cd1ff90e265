import type { BusinessType } from '../permits/business-type.js'
import type { Permit } from '../permits/permit.js'
import type { OtherAuthority } from '../services/other-authority.js'
import type { Service } from '../services/service.js'
import type { Content } from './content.js'

/** Something that a question can lead to. */
export type Findable =
  | { kind: 'service'; thing: Service }
  | { kind: 'permit'; thing: Permit }
  | { kind: 'business-type'; thing: BusinessType }
  | { kind: 'other-authority'; thing: OtherAuthority }

/** Ids are told apart by kind, except those of services, which are their own: two kinds may use the same. */
export const keyOf = (kind: Findable['kind'], id: string): string => (kind === 'service' ? id : `${kind}/${id}`)

/** What stands behind a key; undefined when it is not in the content any more. */
export function findableOf(content: Content, key: string): Findable | undefined {
  const [kind, id] = key.includes('/') ? (key.split('/', 2) as [string, string]) : ['service', key]
  const found = (thing: Service | Permit | BusinessType | OtherAuthority | undefined) =>
    thing && ({ kind, thing } as Findable)
  if (kind === 'service') return found(content.services.get(id))
  if (kind === 'permit') return found(content.permits.get(id))
  if (kind === 'business-type') return found(content.businessTypes.get(id))
  return kind === 'other-authority' ? found(content.otherAuthorities.get(id)) : undefined
}

/** All of them by key. A permit that is also an e-service, under the same id, is found as the service, by what is written about both. */
export function findables(content: Content): { key: string; written: Findable['thing'][] }[] {
  const { services, permits, businessTypes, otherAuthorities } = content
  return [
    ...[...services.values()].map((service) => ({ key: service.id, written: [service, ...[permits.get(service.id) ?? []].flat()] })),
    ...[...permits.values()]
      .filter(({ id }) => !services.has(id))
      .map((permit) => ({ key: keyOf('permit', permit.id), written: [permit] })),
    ...[...businessTypes.values()].map((type) => ({ key: keyOf('business-type', type.id), written: [type] })),
    ...[...otherAuthorities.values()].map((matter) => ({ key: keyOf('other-authority', matter.id), written: [matter] })),
  ]
}
