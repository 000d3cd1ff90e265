import type { HubDeskNeeds } from '../../desk/hub/needs.js'

/** `key`: what the hub and we sign with. */
export type HubDoorNeeds = HubDeskNeeds & { key: string }
