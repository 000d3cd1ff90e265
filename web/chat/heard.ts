import type { StoredActivity } from '../../bot/domain/conversations/message.js'

/** What comes from the server: stored activities, and signs that somebody is typing, which are stored nowhere. */
export type Heard = StoredActivity | (Omit<StoredActivity, 'type'> & { type: 'typing' })

export const isMessage = (heard: Heard): heard is StoredActivity => heard.type === 'message'
export const isFromBot = ({ from }: Heard): boolean => from.role === 'bot'

/** Tells somebody in danger whom to call. */
export const isCrisis = ({ channelData }: Heard): boolean =>
  (channelData?.['lotsen'] as { outcome?: unknown } | undefined)?.outcome === 'crisis'

/** Our own id for a line of the person, which comes back with the stored one. */
export const ownIdOf = ({ channelData }: Heard): string | undefined => {
  const id = channelData?.['clientActivityID']
  return typeof id === 'string' ? id : undefined
}

/** The activities of an ActivitySet. Without a watermark the old one stands. */
export function activitiesIn(body: unknown): { heard: Heard[]; watermark?: string } {
  const { activities, watermark } = (typeof body === 'object' && body !== null ? body : {}) as {
    activities?: unknown
    watermark?: unknown
  }
  const heard = Array.isArray(activities) ? activities.filter(isHeard) : []
  return { heard, watermark: typeof watermark === 'string' ? watermark : undefined }
}

const isHeard = (value: unknown): value is Heard => {
  const { id, type, from } = (value ?? {}) as Partial<Record<'id' | 'type' | 'from', unknown>>
  return typeof id === 'string' && typeof type === 'string' && typeof from === 'object' && from !== null
}
