import type { Affected, RequestSaid } from '../../../../bot/domain/projects/change-request.js'
import { Facts } from '../parts/facts.js'
import { changeText } from '../texts.js'
import { useProjects } from '../use-projects.js'

export const AFFECTED_NAMES: readonly Affected[] = ['goals', 'time', 'budget', 'risk', 'scope']

type Said = Pick<RequestSaid, 'why' | 'effects' | 'alternatives' | 'ifRejected'>

/** What a change request says, in the order in which it is written. `costs`: what the budget becomes more or less by, in öre. */
export function RequestWords({ request }: { request: Said & { costs?: number } }) {
  const { t, language } = useProjects()
  return (
    <Facts
      facts={[
        [t('staff-projects.why'), request.why],
        ...AFFECTED_NAMES.map((affected) => [t(`staff-projects.effect-on-${affected}`), request.effects[affected]] as const),
        [
          t('staff-projects.budget-changes'),
          request.costs === undefined || request.costs === 0 ? undefined : changeText(request.costs, language),
        ],
        [t('staff-projects.alternatives'), request.alternatives],
        [t('staff-projects.if-rejected'), request.ifRejected],
      ]}
    />
  )
}
