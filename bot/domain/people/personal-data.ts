/** Kinds of personal data that can be known by how they are written. */
export const PERSONAL_DATA = ['personal-number', 'card-number', 'email', 'phone'] as const
export type PersonalData = (typeof PERSONAL_DATA)[number]

/** How many of each kind were found. */
export type Found = Partial<Record<PersonalData, number>>
