import type { IncomingMessage } from 'node:http'
import { FromHub, hearHub } from '../../desk/hub/hear-hub.js'
import { isSigned, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '../../domain/desk/hub-signature.js'
import type { Door } from '../door.js'
import { noConversation, problem, write, type HttpAnswer } from '../http-answer.js'
import { parseJson, readBytes } from '../read-body.js'
import type { HubDoorNeeds } from './needs.js'
import { sendTranscript } from './transcripts.js'

const BODY_BYTES = 256 * 1024

/** Where the external contact-centre system speaks to us, and fetches transcripts. */
export const hubDoor = (needs: HubDoorNeeds): Door => ({
  mount(server) {
    server.post('/api/hand-off/status', async (request, response) =>
      write(response, await safely(needs, () => hear(needs, request))),
    )
    server.get('/api/hand-off/transcripts/:handOff', async (request, response) => {
      const { handOff = '' } = request.params as Record<string, string>
      write(response, await safely(needs, () => sendTranscript(needs, handOff, new URL(request.url ?? '/', 'http://localhost'))))
    })
  },
})

async function safely({ log }: HubDoorNeeds, work: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
  try {
    return await work()
  } catch (error) {
    log.error({ error }, 'the hub was not served')
    return problem(503, 'ServiceError', 'Something went wrong. Send it again, with a new timestamp.', { 'retry-after': '5' })
  }
}

async function hear(needs: HubDoorNeeds, request: IncomingMessage): Promise<HttpAnswer> {
  const body = await readBytes(request, BODY_BYTES)
  if (body === 'too-large') return problem(413, 'MessageSizeTooBig', `At most ${BODY_BYTES} bytes.`)
  const [timestamp, signature] = [TIMESTAMP_HEADER, SIGNATURE_HEADER].map((name) => String(request.headers[name] ?? ''))
  if (!isSigned(needs.key, 'lotsen', { timestamp, signature, body }, needs.now()))
    return problem(401, 'Unauthorized', 'The signature is wrong, or its time is more than five minutes from ours.')
  if (!(await needs.hub.isFirst(signature!, needs.now())))
    return problem(409, 'BadArgument', 'This request has been heard already. Sign a retry anew.')
  const parsed = parseJson(body.toString('utf8'))
  const said = FromHub.safeParse(parsed === 'broken' ? undefined : parsed.json)
  if (!said.success) return problem(400, 'BadArgument', 'An activity with a type and a conversation is expected.')
  const heard = await hearHub(needs, said.data, signature!.slice(-40))
  return heard === 'no-such-conversation' ? noConversation() : { status: 202, body: heard }
}
