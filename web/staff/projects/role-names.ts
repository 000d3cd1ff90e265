import type { ProjectRole } from '../../../bot/domain/projects/roles.js'

/** What somebody can be in a project, as the domain has it (bot/domain/projects/roles.ts). */
export const ROLE_NAMES: readonly ProjectRole[] = [
  'owner',
  'sponsor',
  'chair',
  'vice-chair',
  'steering-member',
  'manager',
  'subproject-manager',
  'member',
  'administrator',
  'reference',
  'council',
  'benefit-owner',
]
