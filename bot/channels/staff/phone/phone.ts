import type { Request, Response } from 'restify'
import type { z } from 'zod'
import type { CallProblem } from '../../../desk/phone/problems.js'
import type { StaffMember } from '../../../domain/desk/staff-member.js'
import { CallMail, CallPress, CallSaid, CallSpoken, CallStart, CallText, SAID_LENGTH } from '../../../domain/phone/call.js'
import type { Translate } from '../../../i18n/translate.js'
import type { Door } from '../../door.js'
import { write, type HttpAnswer } from '../../http-answer.js'
import { readJson } from '../../read-body.js'
import { languageOf } from '../sign-in/problems.js'
import { showLetter } from './show-letter.js'
import type { PhoneDoorNeeds } from './needs.js'

const BODY_BYTES = 64 * 1024

/** Who asks, about which call, what was sent, and the language of their page. */
type Asking<Body> = { member: StaffMember; call: string; body: Body; page: string }
type Route<Body> = {
  method: 'get' | 'post'
  path: string
  body?: z.ZodType<Body>
  serve: (needs: PhoneDoorNeeds, asking: Asking<Body>) => Promise<object | 'sent' | CallProblem>
}
const route = <Body>(made: Route<Body>): Route<never> => made as unknown as Route<never>

const CALLS = '/staff/api/phone/calls'

const ROUTES = [
  route({
    method: 'post',
    path: CALLS,
    body: CallStart,
    serve: ({ calls }, { member, body, page }) => calls.start(member, body, page),
  }),
  route({ method: 'get', path: `${CALLS}/:call`, serve: ({ calls }, { member, call, page }) => calls.read(member, call, page) }),
  route({
    method: 'post',
    path: `${CALLS}/:call/said`,
    body: CallSaid,
    serve: ({ calls }, { member, call, body, page }) => calls.say(member, call, body, page),
  }),
  route({
    method: 'post',
    path: `${CALLS}/:call/presses`,
    body: CallPress,
    serve: ({ calls }, { member, call, body, page }) => calls.press(member, call, body, page),
  }),
  route({
    method: 'post',
    path: `${CALLS}/:call/language`,
    body: CallSpoken,
    serve: ({ calls }, { member, call, body, page }) => calls.speak(member, call, body, page),
  }),
  route({
    method: 'post',
    path: `${CALLS}/:call/mails`,
    body: CallMail,
    serve: ({ calls }, { member, call, body }) => calls.mail(member, call, body),
  }),
  route({
    method: 'post',
    path: `${CALLS}/:call/texts`,
    body: CallText,
    serve: ({ calls }, { member, call, body }) => calls.text(member, call, body),
  }),
] as const

/** Phone mode, for the page that staff work at. Everything asks for the permission to use it, and a call is there only for who began it. */
export const phone = (needs: PhoneDoorNeeds): Door => ({
  mount(server) {
    for (const made of ROUTES) server[made.method](made.path, served(needs, made))
    server.post('/staff/phone/letter', async (request: Request, response: Response) => showLetter(needs, { request, response }))
  },
})

const served =
  (needs: PhoneDoorNeeds, { body, serve }: Route<never>) =>
  async (request: Request, response: Response): Promise<void> => {
    const passed = await needs.gate.needs('phone.use')(request)
    if ('refused' in passed) return write(response, passed.refused)
    const page = languageOf(request, { translate: needs.translate, languages: needs.config.languages })
    const t = needs.translate(page)
    const read = body ? await bodyOf(request, body, t) : { body: undefined as never }
    if ('refused' in read) return write(response, read.refused)
    const { call = '' } = request.params as { call?: string }
    write(response, answerOf(await serve(needs, { member: passed.member, call, body: read.body, page }), t))
  }

async function bodyOf<Body>(
  request: Request,
  shape: z.ZodType<Body>,
  t: Translate,
): Promise<{ body: Body } | { refused: HttpAnswer }> {
  const sent = await readJson(request, BODY_BYTES)
  if (sent === 'too-large') return { refused: refusal(413, 'too-long', t, { limit: SAID_LENGTH }) }
  const parsed = sent === 'broken' ? undefined : shape.safeParse(sent.json)
  if (parsed?.success) return { body: parsed.data }
  const isTooLong = parsed?.error.issues.some(({ code, path }) => code === 'too_big' && path[0] === 'text')
  return { refused: isTooLong ? refusal(413, 'too-long', t, { limit: SAID_LENGTH }) : refusal(400, 'unreadable', t) }
}

const STATUS: Readonly<Record<CallProblem['problem'], number>> = {
  'not-there': 404,
  failed: 503,
  old: 409,
  'nothing-chosen': 409,
  'wrong-address': 422,
  'wrong-number': 422,
  'no-sms': 409,
  'sms-failed': 503,
  'sms-too-long': 422,
}

function answerOf(given: object | 'sent' | CallProblem, t: Translate): HttpAnswer {
  if (given === 'sent') return { status: 200, body: { sent: true } }
  return isProblem(given) ? refusal(STATUS[given.problem], given.problem, t) : { status: 200, body: given }
}

const isProblem = (given: object | string): given is CallProblem => typeof given === 'object' && 'problem' in given

const refusal = (status: number, code: string, t: Translate, values: Record<string, number> = {}): HttpAnswer => ({
  status,
  body: { error: { code, message: t(`phone.problem.${code}`, values) } },
})
