import { createHmac } from 'node:crypto'
import { transcript } from '../../desk/hub/hub-activities.js'
import { linesAfter } from '../../desk/hub/tell-hub.js'
import { isSameSecret } from '../../domain/same-secret.js'
import { noConversation, problem, type HttpAnswer } from '../http-answer.js'
import type { HubDoorNeeds } from './needs.js'

const GOOD_SECONDS = 900

const sealOf = (key: string, handOff: string, until: number): string =>
  createHmac('sha256', key).update(`v1:transcript:${until}:${handOff}`).digest('hex')

/** Makes addresses of transcripts, good for a quarter of an hour. */
export const transcriptUrls =
  ({ key, publicOrigin, now }: { key: string; publicOrigin: string; now: () => Date }) =>
  (handOff: string): string => {
    const until = Math.floor(now().getTime() / 1000) + GOOD_SECONDS
    return `${publicOrigin}/api/hand-off/transcripts/${encodeURIComponent(handOff)}?until=${until}&seal=${sealOf(key, handOff, until)}`
  }

/** The transcript, for who has its address. Reading it is written down. */
export async function sendTranscript(needs: HubDoorNeeds, handOff: string, { searchParams }: URL): Promise<HttpAnswer> {
  const until = Number(searchParams.get('until') ?? NaN)
  const isRight = isSameSecret(searchParams.get('seal') ?? '', sealOf(needs.key, handOff, until))
  if (!isRight || until * 1000 < needs.now().getTime())
    return problem(403, 'Forbidden', 'This address is not, or no longer, good.')
  const row = await needs.store.find(handOff)
  if (!row) return noConversation()
  await needs.store.log({ at: needs.now(), by: 'hub', action: 'transcript.opened', subject: handOff })
  return { status: 200, body: transcript(await linesAfter(needs, row, 0)) }
}
