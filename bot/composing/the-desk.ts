import { hubDoor } from '../channels/hub/hub-door.js'
import { fileAddresses } from '../channels/direct-line/file-address.js'
import { transcriptUrls } from '../channels/hub/transcripts.js'
import { chatPdf } from '../channels/registrar/chat-pdf.js'
import type { Config } from '../config/config.js'
import { desk as deskOf } from '../desk/desk.js'
import { staffedByHub } from '../desk/hub/staffed-by-hub.js'
import { learningStore } from '../desk/learning.js'
import type { DeskNeeds } from '../desk/needs.js'
import { register } from '../desk/registrar/register.js'
import { askSecurely } from '../desk/secure/ask-securely.js'
import { readSecure } from '../desk/secure/read-secure.js'
import { hubTick } from '../jobs/hub-tick.js'
import type { Stores } from '../store/stores.js'
import type { Outside } from './outside.js'

type Common = Pick<DeskNeeds, 'content' | 'fill' | 'translate' | 'now' | 'newId' | 'log'>
type Needs = { common: Common; stores: Stores; config: Config; tokenKey: string } & Pick<Outside, 'hub' | 'post'>

/**
 * The desk: what it is made of, and what it can do. `store` is staffed by another system where there is one; `people` has those who
 * really work here.
 */
export function theDesk({ common, stores, config, tokenKey, hub, post }: Needs) {
  const { content, now } = common
  const people = learningStore(stores.desk, common.log)
  const store = hub ? staffedByHub(people, { hub: stores.hub, content, now }) : people
  const needs = {
    ...{ ...common, store, conversations: stores.conversations, mails: stores.mails, reachable: stores.teams.reachable },
    sending: { failures: stores.sendFailures, mailConnected: post !== undefined },
  }
  const files = { ...stores.uploads, addressOf: fileAddresses({ tokenKey, now, hours: config.keep.uploadHours }) }
  const secure = { ...common, store, lines: stores.lines, tokenKey, minutes: config.secureMinutes }
  const elsewhere = {
    'ask-securely': askSecurely(secure),
    'read-secure': readSecure(secure),
    register: register({ ...needs, lines: stores.lines, uploads: stores.uploads, draw: chatPdf }),
  }
  return { desk: deskOf({ ...needs, elsewhere, files }), store, people, needs, secure }
}

/** What speaks with the system that takes the desk's place: its door, and what keeps it told. Nothing where there is none. */
export function theHub({ common, stores, config, hub, store }: Omit<Needs, 'tokenKey' | 'post'> & Pick<DeskNeeds, 'store'>) {
  if (!hub) return undefined
  const publicOrigin = config.publicUrl?.origin
  const needs = {
    ...{ ...common, store, conversations: stores.conversations, mails: stores.mails, hub: stores.hub, ...hub },
    ...(publicOrigin ? { publicOrigin, transcriptUrl: transcriptUrls({ key: hub.key, publicOrigin, now: common.now }) } : {}),
  }
  return { door: hubDoor(needs), telling: hubTick({ ...needs, waking: stores.waking }) }
}
