import { linkTo } from '../address.js'
import { ActButton } from '../parts/act-button.js'
import { DataTable } from '../parts/data-table.js'
import { Section } from '../parts/section.js'
import { dayText } from '../texts.js'
import { useProjects } from '../use-projects.js'
import { useProject } from './use-project.js'

type Kind = 'delivery' | 'milestone'

/** The register of deliveries, and the milestones: each is put and approved by itself. */
export function DeliveriesTab() {
  const { t } = useProjects()
  const { view } = useProject()
  const content = view.plan?.content
  if (!content) return <p>{t('staff-projects.no-plan')}</p>
  return (
    <div className="projects-all">
      <Section title={t('staff-projects.part-deliveries')}>
        <Register kind="delivery" items={content.deliveries} />
      </Section>
      <Section title={t('staff-projects.part-milestones')}>
        <Register kind="milestone" items={content.milestones} />
      </Section>
    </div>
  )
}

type Item = { id: string; name: string; on: string }

function Register({ kind, items }: { kind: Kind; items: readonly Item[] }) {
  const { t, language } = useProjects()
  const title = t(`staff-projects.part-${kind === 'delivery' ? 'deliveries' : 'milestones'}`)
  if (items.length === 0) return <p className="quiet">{t('staff-projects.none')}</p>
  return (
    <DataTable
      caption={title}
      heads={['what', 'planned', 'state', 'do'].map((head) => t(`staff-projects.head-${head}`))}
      rows={items
        .toSorted((one, other) => (one.on < other.on ? -1 : 1))
        .map((item) => ({
          id: item.id,
          cells: [
            item.name,
            dayText(item.on, language),
            <State key="state" {...{ kind, item }} />,
            <Put key="put" {...{ kind, item }} />,
          ],
        }))}
    />
  )
}

type OfItem = { kind: Kind; item: Item }
function useStanding({ kind, item }: OfItem) {
  const { view } = useProject()
  const isApproved = view.approved.some((one) => one.kind === kind && one.id === item.id)
  const matter = view.matters.find(({ subject }) => subject.kind === kind && subject.id === item.id)
  return { view, isApproved, matter, isLate: !isApproved && item.on < view.today }
}

function State(of: OfItem) {
  const { t } = useProjects()
  const { view, isApproved, matter, isLate } = useStanding(of)
  if (isApproved) return t('staff-projects.approved')
  if (matter)
    return (
      <a href={linkTo({ project: view.id, tab: 'decisions', about: `matter-${String(matter.number)}` })}>
        {t('staff-projects.waits')}
      </a>
    )
  return isLate ? t('staff-projects.mark-late') : t('staff-projects.not-approved')
}

function Put(of: OfItem) {
  const { t } = useProjects()
  const { can } = useProject()
  const { isApproved, matter } = useStanding(of)
  const { kind, item } = of
  if (isApproved || matter || !can(`${kind}-put`, 'delivery.put')) return '–'
  return (
    <ActButton
      text={t('staff-projects.put-it')}
      name={t('staff-projects.put-what', { what: item.name })}
      done={t('staff-projects.is-put', { what: item.name })}
      event={{ kind: `${kind}-put`, id: item.id }}
    />
  )
}
