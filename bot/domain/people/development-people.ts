import type { Role } from './roles.js'

/** Somebody whom one may be at the desk while developing. */
export type DevelopmentPerson = { oid: string; name: string; roles: readonly Role[] }

/**
 * The invented people of Microsoft's Agents Playground, so that one person presses in its Teams and works at the desk. The first is whom the
 * Playground shows as oneself. A test holds the list to the Playground's own.
 */
export const DEVELOPMENT_PEOPLE: readonly DevelopmentPerson[] = [
  {
    oid: '00000000-0000-0000-0000-0000000000020',
    name: 'Alex',
    roles: ['lead', 'agent', 'editor', 'project', 'portfolio-office'],
  },
  { oid: '00000000-0000-0000-0000-0000000000021', name: 'Megan', roles: ['lead', 'agent', 'project'] },
  { oid: '00000000-0000-0000-0000-0000000000022', name: 'Adele', roles: ['agent', 'project'] },
  { oid: '00000000-0000-0000-0000-0000000000023', name: 'Isaiah', roles: ['agent', 'project'] },
  { oid: '00000000-0000-0000-0000-0000000000024', name: 'Patti', roles: ['editor', 'project'] },
  { oid: '00000000-0000-0000-0000-0000000000025', name: 'Lynne', roles: ['reader', 'portfolio-reader'] },
]
