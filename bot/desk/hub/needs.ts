import type { HubStore, TellHub } from '../../domain/desk/hub.js'
import type { DeskNeeds } from '../needs.js'

/** What it takes to speak with the hub. `store` is one that is staffed by it. */
export type HubDeskNeeds = DeskNeeds & {
  hub: HubStore
  tell: TellHub
  /** Where the hub reaches us; without it every transcript goes within the request. */
  publicOrigin?: string
  /** The address of a transcript that is too large to go along, good for some minutes. */
  transcriptUrl?: (handOff: string) => string
}
