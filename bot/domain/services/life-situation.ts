import { z } from 'zod'
import { InEveryLanguage, ListInEveryLanguage } from '../language.js'

/** A bundle of services for something that happens in life, in the order one needs them. One file in content/life-situations/. */
export const LifeSituation = z.strictObject({
  id: z.string(),
  name: InEveryLanguage,
  summary: InEveryLanguage,
  icon: z.string(),
  order: z.number(),
  services: z.array(z.string()).min(2),
  also: ListInEveryLanguage,
  phrases: ListInEveryLanguage,
})
export type LifeSituation = z.infer<typeof LifeSituation>
