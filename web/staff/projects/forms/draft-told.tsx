import { Told } from '../../parts/told.js'
import { useProjects } from '../use-projects.js'
import type { DraftInHand } from './use-draft.js'

/** That the form begins with a draft; or that there is one in Teams, which what is written here takes the place of. */
export function DraftTold({ draft: { found } }: { draft: DraftInHand }) {
  const { t } = useProjects()
  if (!found) return null
  return <Told intent="info">{t(found === 'here' ? 'staff-projects.from-draft' : 'staff-projects.draft-in-teams')}</Told>
}
