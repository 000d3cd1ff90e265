import { Button, Field, SearchBox, Select, ToggleButton } from '@fluentui/react-components'
import { useProjects } from '../use-projects.js'
import { EVERYTHING, isNarrowed, LIGHT_NAMES, PHASE_NAMES, PORTFOLIO_NAMES, PROFILES, type Filter } from './filter.js'

type Props = { filter: Filter; narrow: (change: Partial<Filter>) => void }

const CHOICES = { portfolio: PORTFOLIO_NAMES, phase: PHASE_NAMES, profile: PROFILES, light: LIGHT_NAMES } as const

/** Search, and what the list can be narrowed by. */
export function FilterBar({ filter, narrow }: Props) {
  const { t } = useProjects()
  return (
    <search className="projects-filter">
      <Field label={t('staff-projects.search')} className="grow">
        <SearchBox value={filter.text} onChange={(_, { value }) => narrow({ text: value })} dismiss={null} />
      </Field>
      {Object.entries(CHOICES).map(([name, values]) => (
        <Field key={name} label={t(`staff-projects.filter-${name}`)} className={name}>
          <Select value={filter[name as keyof typeof CHOICES]} onChange={(_, { value }) => narrow({ [name]: value })}>
            <option value="">{t('staff-projects.any')}</option>
            {values.map((value) => (
              <option key={value} value={value}>
                {t(`staff-projects.${name}-${value}`)}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <ToggleButton checked={filter.mine} onClick={() => narrow({ mine: !filter.mine })}>
        {t('staff-projects.filter-mine')}
      </ToggleButton>
      {isNarrowed(filter) && (
        <Button appearance="subtle" onClick={() => narrow(EVERYTHING)}>
          {t('staff-projects.filter-none')}
        </Button>
      )}
    </search>
  )
}
