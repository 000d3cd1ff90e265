/**
 * Who somebody is at their organisation. Tenant and oid together are the key, everywhere: an address or a name may be given to somebody else,
 * and an oid alone says nothing of whose it is. `name` is as the organisation writes it, and identifies nobody.
 */
export type StaffIdentity = { tenant: string; oid: string; name?: string }

/** The tenant of those who sign in without proof, on a machine of one's own. No organisation is called that: theirs are random. */
export const DEVELOPMENT_TENANT = 'development'
