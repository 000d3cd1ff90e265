/** Channels of the Bot Framework that people write to us by. Others are answered too; these are looked through for unsent messages. */
export const BOT_SERVICE_CHANNELS = [
  'msteams',
  'm365extensions',
  'outlook',
  'webchat',
  'azure-directline',
  'emulator',
  'agents',
  'email',
  'sms',
  'slack',
  'facebook',
  'telegram',
  'line',
  'test',
] as const

/**
 * The channel's name in the store. Our own web chat is stored as 'directline', so Azure's channel of that name is stored under another:
 * nobody may reach a web conversation through this door.
 */
export const storedChannel = (channelId: string): string => (channelId === 'directline' ? 'azure-directline' : channelId)

export const TEAMS = 'msteams'
