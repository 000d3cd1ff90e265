/** The channel that a thread of Teams is in: what is sent to it begins a thread of its own. Other ids are given back as they are. */
export const channelOf = (conversation: string): string => conversation.split(';messageid=')[0] ?? conversation
