import type { PressData } from '../domain/conversations/message.js'

/** A button of one of the pilot's cards, as their templates take it. */
export type PilotButton = { id: string; title: string; press: PressData }

/** `run` tells which undertaking the card belongs to: a card of an earlier one changes nothing. */
export const pilotButton = (run: string, id: string, title: string, data: Record<string, unknown> = {}): PilotButton => ({
  id,
  title,
  press: { ...data, verb: `pilot.${id.split('-')[0]}`, run },
})
