import { Field, Input } from '@fluentui/react-components'
import { useProjects } from '../use-projects.js'
import type { TypedCost } from './progress-typed.js'

type Props = {
  costs: readonly TypedCost[]
  posts: readonly { id: string; name: string }[]
  wrong: readonly string[]
  change: (costs: readonly TypedCost[]) => void
}

/** What the manager knows of each post: spent until now, and expected when all is done, in kronor. Empty is as planned or reported. */
export function CostsField({ costs, posts, wrong, change }: Props) {
  const { t } = useProjects()
  if (posts.length === 0) return null
  return (
    <fieldset className="project-fieldset">
      <legend>{t('staff-projects.costs')}</legend>
      <p className="quiet">{t('staff-projects.costs-hint')}</p>
      {posts.map(({ id, name }) => {
        const cost = costs.find(({ post }) => post === id) ?? { post: id, spent: '', expected: '' }
        const set = (changed: Partial<TypedCost>): void =>
          change([...costs.filter(({ post }) => post !== id), { ...cost, ...changed }])
        return (
          <div key={id} className="project-fields" role="group" aria-label={name}>
            {(['spent', 'expected'] as const).map((field) => (
              <Field
                key={field}
                label={t(`staff-projects.cost-${field}`, { post: name })}
                validationMessage={wrong.includes(id) ? t('staff-projects.wrong-kronor') : undefined}
              >
                <Input inputMode="decimal" value={cost[field]} onChange={(_, { value }) => set({ [field]: value })} />
              </Field>
            ))}
          </div>
        )
      })}
    </fieldset>
  )
}
