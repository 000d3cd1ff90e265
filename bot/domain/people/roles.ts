/**
 * What somebody may be here; one may be several. `agent` answers citizens, `lead` answers for the shift and who works in it, `editor` for what the
 * bot says, `reader` sees how it goes. `project` has a seat in a project, which says what they may there; `portfolio-office` keeps all projects,
 * `portfolio-reader` sees them.
 */
export const ROLES = ['agent', 'lead', 'editor', 'reader', 'project', 'portfolio-office', 'portfolio-reader'] as const
export type Role = (typeof ROLES)[number]
