/**
 * What may be happening to somebody who writes to us: danger to life or property, an accident or a crime going on; violence or
 * threats, at home or not, honour oppression included; suicide and self-harm; a child at risk, also one who writes itself; poison.
 */
export const CRISIS_KINDS = ['suicide', 'poison', 'child', 'violence', 'danger'] as const
export type CrisisKind = (typeof CRISIS_KINDS)[number]

/** The languages in which a crisis is recognised, whatever the language of the interface; BCP 47. */
export const CRISIS_LANGUAGES = ['sv', 'en', 'fi', 'ar', 'so', 'fa', 'pl', 'es', 'tr', 'uk'] as const
export type CrisisLanguage = (typeof CRISIS_LANGUAGES)[number]
