import { Badge } from '@fluentui/react-components'
import type { Light } from '../../../../bot/domain/projects/progress-report.js'
import { useProjects } from '../use-projects.js'

const COLOURS = { green: 'success', yellow: 'warning', red: 'danger' } as const
const SHAPES = { green: '●', yellow: '▲', red: '■' } as const

/** A light, told by its word and its shape; the colour is besides. */
export function LightMark({ light, of }: { light: Light; of?: string }) {
  const { t } = useProjects()
  return (
    <Badge appearance="tint" color={COLOURS[light]} className="project-mark">
      {SHAPES[light]}&nbsp;{of ? `${of}: ` : ''}
      {t(`staff-projects.light-${light}`)}
    </Badge>
  )
}

const MARKS = {
  waits: { appearance: 'filled', color: 'important' },
  late: { appearance: 'filled', color: 'danger' },
  deviates: { appearance: 'tint', color: 'warning' },
} as const

function Mark({ word }: { word: keyof typeof MARKS }) {
  const { t } = useProjects()
  return (
    <Badge {...MARKS[word]} className="project-mark">
      {t(`staff-projects.${word}`)}
    </Badge>
  )
}

/** "Väntar på beslut", wherever the project shows. */
export const WaitingMark = () => <Mark word="waits" />
export const LateMark = () => <Mark word="late" />
/** A change request is proposed and not made. */
export const DeviatesMark = () => <Mark word="deviates" />
