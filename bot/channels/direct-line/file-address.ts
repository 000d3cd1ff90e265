import { tokens, type Tokens } from './tokens.js'

type Needs = { tokenKey: string; now: () => Date; hours: number }

/** Where a file can be fetched, by whoever was given this: a path, since the address that we are reached by may change. */
export const fileAddress = async (signing: Pick<Tokens, 'forFile'>, id: string): Promise<string> =>
  `/v3/directline/attachments/${id}?t=${await signing.forFile(id)}`

/** Addresses of files that are kept for so many hours, for whoever has no door of Direct Line at hand. */
export function fileAddresses({ tokenKey, now, hours }: Needs): (id: string) => Promise<string> {
  const signing = tokens({ tokenKey, now, seconds: { client: 0, stream: 0, file: hours * 3600 } })
  return (id) => fileAddress(signing, id)
}
