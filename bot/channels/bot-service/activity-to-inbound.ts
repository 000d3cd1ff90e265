import { hash } from 'node:crypto'
import { z } from 'zod'
import { DEVELOPMENT_TENANT } from '../../domain/people/staff-identity.js'
import { UNINSTALLED } from '../../turn/staff-turns.js'
import type { PressData } from '../../domain/conversations/message.js'
import { INVOKES, type Invoke } from '../../turn/invokes.js'
import type { Inbound, Said, Who } from '../../turn/turn.js'
import { storable } from '../storable.js'
import type { BotActivity } from './bot-activity.js'
import { storedChannel, TEAMS } from './channels.js'
import { returnAddressOf } from './return-address.js'

/** What an activity means to us. */
export type Meaning =
  | { kind: 'inbound'; inbound: Inbound }
  /** A dialog or a message extension asks for something: no turn, and nothing is said in the chat. */
  | { kind: 'invoke'; invoke: Invoke }
  /** Nothing to answer: typing, reactions, events of others. */
  | { kind: 'nothing' }
  /** An invoke that we have no answer to. */
  | { kind: 'unknown-invoke' }
  /** From an organisation that this bot does not serve. */
  | { kind: 'foreign-tenant' }

export type Circumstances = {
  at: Date
  newId: () => string
  /** Undefined serves every tenant. */
  tenant?: string
  /** True when nobody has proved who they are: then people in Teams belong to the tenant `development`, and never to a real one. */
  isOpenDoor: boolean
}

/** Greeting somebody twice would be odd, so joining is always the same activity of a conversation, whatever it is called on the way. */
const STARTED = 'conversationStarted'
/** The bot can be written to in a team's channel from now on. */
const ADDED = 'addedToChannel'

export function activityToInbound(activity: BotActivity, circumstances: Circumstances): Meaning {
  if (isForeign(activity, circumstances)) return { kind: 'foreign-tenant' }
  const invoke = invokeIn(activity, circumstances)
  if (invoke) return { kind: 'invoke', invoke }
  const said = saidIn(activity)
  if (!said) return activity.type === 'invoke' ? { kind: 'unknown-invoke' } : { kind: 'nothing' }
  const { channelId, conversation, from } = activity
  const files = said.kind === 'files' ? said.files.map(({ name, contentType }) => ({ name, contentType })) : undefined
  const line = said.kind === 'press' ? textOf(activity) : ''
  const locale = activity.locale ?? undefined
  const inbound: Inbound = {
    key: { channel: storedChannel(channelId), conversation: conversation.id },
    kind: kindOf(activity),
    id: said.kind === 'event' ? said.name : (activity.id ?? circumstances.newId()),
    at: circumstances.at,
    who: whoIs(activity, circumstances),
    said,
    ...(line ? { line } : {}),
    ...(locale ? { locale } : {}),
    from: { id: from.id },
    ...(files ? { attachments: files } : {}),
    returnAddress: returnAddressOf(activity),
    inResponse: activity.deliveryMode === 'expectReplies' || activity.type === 'invoke',
  }
  return { kind: 'inbound', inbound }
}

/** Only of people who have proved who they are: nobody else is asked by Teams in this way. */
function invokeIn(activity: BotActivity, circumstances: Circumstances): Invoke | undefined {
  const name = activity.type === 'invoke' ? INVOKES.find((one) => one === activity.name) : undefined
  const who = whoIs(activity, circumstances)
  if (!name || !('oid' in who)) return undefined
  const { conversation, id, value, locale } = activity
  return {
    name,
    value: withoutWhatCannotBeKept(value),
    id: id ?? circumstances.newId(),
    who: { tenant: who.tenant, oid: who.oid },
    conversation: conversation.id,
    ...(locale ? { locale } : {}),
  }
}

function saidIn(activity: BotActivity): Said | undefined {
  if (activity.type === 'message') return saidInMessage(activity)
  if (activity.type === 'invoke') return activity.name === 'adaptiveCard/action' ? pressed(executedIn(activity.value)) : undefined
  if (activity.type === 'installationUpdate') return installed(activity)
  if (activity.type === 'conversationUpdate') {
    if (isAddedToChannel(activity)) return { kind: 'event', name: ADDED }
    return hasSomebodyCome(activity) ? { kind: 'event', name: STARTED } : undefined
  }
  return activity.type === 'event' && activity.name === 'webchat/join' ? { kind: 'event', name: STARTED } : undefined
}

function saidInMessage(activity: BotActivity): Said | undefined {
  const { value } = activity
  if (typeof value === 'object' && value !== null) return pressed({ data: value, trigger: 'manual' })
  const text = textOf(activity)
  const files = filesIn(activity)
  if (files.length > 0) return { kind: 'files', text, files }
  return text ? { kind: 'text', text } : undefined
}

const Press = z.looseObject({ verb: z.string().min(1).max(100) })
type Given = { data: unknown; trigger: 'manual' | 'automatic' }

function pressed({ data, trigger }: Given): Said {
  const press = Press.safeParse(withoutWhatCannotBeKept(data)).data
  return press ? { kind: 'press', press: press satisfies PressData, trigger } : { kind: 'unreadable-press' }
}

function withoutWhatCannotBeKept(data: unknown): unknown {
  try {
    return storable(data)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const Executed = z.object({
  action: z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()).nullish() }),
  trigger: z.enum(['manual', 'automatic']).catch('manual'),
})

/** The verb stands beside the data in an executed action, and in the data of a submitted one. */
function executedIn(value: unknown): Given {
  const executed = Executed.safeParse(value).data
  return executed
    ? { data: { ...executed.action.data, verb: executed.action.verb }, trigger: executed.trigger }
    : { data: undefined, trigger: 'manual' }
}

/** Where the card of a message extension stands in what somebody sends: it was chosen, and nothing was written. */
const CARD_PUT_IN = /<span\b[^>]*\/InputExtension"[^>]*>\s*(?:<span\b[^>]*><\/span>\s*)*<\/span>/g

/** What was written, without the bot's own name, which Teams wants at the head of every message in a group. */
function textOf({ text, entities, recipient }: BotActivity): string {
  let written = text ?? ''
  for (const { mentioned, text: mention } of entities)
    if (mentioned.id === recipient?.id) written = written.replaceAll(mention, ' ')
  return written
    .replace(/<at[^>]*>(.*?)<\/at>/g, '$1')
    .replace(CARD_PUT_IN, ' ')
    .replaceAll('&nbsp;', ' ')
    .trim()
}

// Teams sends every message once more as an HTML attachment, and a quoted card is no file either.
const isFile = (contentType: string) => contentType !== 'text/html' && !contentType.startsWith('application/vnd.microsoft.card.')

// The files stay with the channel: none is fetched, so their size is not known.
const filesIn = ({ attachments }: BotActivity) =>
  (attachments ?? [])
    .filter(({ contentType }) => isFile(contentType))
    .map(({ contentType, name }) => ({ name: name ?? contentType, contentType, bytes: 0 }))

/** In a personal chat of Teams only the bot is named as the one who came: it was installed by the person. */
function hasSomebodyCome({ membersAdded, recipient, channelId, conversation }: BotActivity): boolean {
  const isInstalled = channelId === TEAMS && conversation.conversationType === 'personal'
  return (membersAdded ?? []).some(({ id }) => isInstalled || id !== recipient?.id)
}

const isAddedToChannel = ({ membersAdded, recipient, channelId, conversation }: BotActivity): boolean =>
  channelId === TEAMS &&
  conversation.conversationType === 'channel' &&
  (membersAdded ?? []).some(({ id }) => id === recipient?.id)

/** Who installs the bot for oneself can be written to from then on, and who removes it cannot. */
function installed({ action, channelId, conversation }: BotActivity): Said | undefined {
  if (channelId !== TEAMS || conversation.conversationType !== 'personal') return undefined
  if (action === 'remove') return { kind: 'event', name: UNINSTALLED }
  return action === 'add' ? { kind: 'event', name: STARTED } : undefined
}

function kindOf({ conversation: { conversationType, isGroup } }: BotActivity): Inbound['kind'] {
  if (conversationType === 'channel') return 'channel'
  return conversationType === 'groupChat' || isGroup ? 'group' : 'personal'
}

const isForeign = ({ channelId, channelData }: BotActivity, { tenant, isOpenDoor }: Circumstances): boolean =>
  channelId === TEAMS && !isOpenDoor && tenant !== undefined && channelData?.tenant?.id !== tenant

function whoIs({ channelId, channelData, from }: BotActivity, { isOpenDoor }: Circumstances): Who {
  const tenant = isOpenDoor ? DEVELOPMENT_TENANT : channelData?.tenant?.id
  if (channelId === TEAMS && tenant && from.aadObjectId) return { tenant, oid: from.aadObjectId, roles: [] }
  return { citizen: hash('sha256', `${channelId}|${from.id}`, 'base64url') }
}
