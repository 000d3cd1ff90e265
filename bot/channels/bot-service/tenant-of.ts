import type { ReturnAddress as StoredAddress } from '../../domain/conversations/conversation.js'
import { ReturnAddress } from './return-address.js'

/** Whose tenant an address is in, if its channel has tenants. */
export const tenantOf = (address: StoredAddress): string | undefined =>
  ReturnAddress.safeParse(address).data?.conversation.tenantId
