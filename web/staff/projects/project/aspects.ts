import type { Aspect, Light, Trend } from '../../../../bot/domain/projects/progress-report.js'

/** What a progress report judges, in the order in which it is read; as the domain has them (bot/domain/projects/progress-report.ts). */
export const ASPECT_NAMES: readonly Aspect[] = ['time', 'cost', 'quality', 'scope', 'risk']
export const LIGHTS_TO_CHOOSE: readonly Light[] = ['green', 'yellow', 'red']
export const TREND_NAMES: readonly Trend[] = ['better', 'same', 'worse']
