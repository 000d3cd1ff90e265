import { Field, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components'
import type { Aspect, Light, Trend } from '../../../../bot/domain/projects/progress-report.js'
import { LIGHTS_TO_CHOOSE, TREND_NAMES } from '../project/aspects.js'
import { useProjects } from '../use-projects.js'
import type { TypedLight } from './progress-typed.js'

type Props = {
  aspect: Aspect
  judged: TypedLight
  /** What the trend is filled in with for each light. */
  trends: Readonly<Record<Light, Trend>>
  isMissing: boolean
  change: (judged: TypedLight) => void
}

/** One light with its trend. What is not green needs a comment before anything can be published. */
export function LightField({ aspect, judged, trends, isMissing, change }: Props) {
  const { t } = useProjects()
  const name = t(`staff-projects.aspect-${aspect}`)
  return (
    <fieldset className="project-fieldset project-entry">
      <legend>{name}</legend>
      <div className="project-fields">
        <Field label={t('staff-projects.light-of', { aspect: name })}>
          <RadioGroup
            layout="horizontal"
            value={judged.light}
            onChange={(_, { value }) => change({ ...judged, light: value as Light, trend: trends[value as Light] })}
          >
            {LIGHTS_TO_CHOOSE.map((light) => (
              <Radio key={light} value={light} label={t(`staff-projects.light-${light}`)} />
            ))}
          </RadioGroup>
        </Field>
        <Field label={t('staff-projects.trend')}>
          <Select value={judged.trend} onChange={(_, { value }) => change({ ...judged, trend: value as Trend })}>
            {TREND_NAMES.map((trend) => (
              <option key={trend} value={trend}>
                {t(`staff-projects.trend-${trend}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field
        label={t('staff-projects.comment-on', { aspect: name })}
        required={judged.light !== 'green'}
        validationMessage={isMissing ? t('staff-projects.needs-comment') : undefined}
      >
        <Textarea
          resize="vertical"
          rows={2}
          value={judged.comment}
          onChange={(_, { value }) => change({ ...judged, comment: value })}
        />
      </Field>
    </fieldset>
  )
}
