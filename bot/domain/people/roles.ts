/**
 * What somebody may be here; one may be several. `agent` answers citizens, `lead` answers for the shift and who works in it, `editor` for what the
 * bot says, `reader` sees how it goes.
 */
export const ROLES = ['agent', 'lead', 'editor', 'reader'] as const
export type Role = (typeof ROLES)[number]
