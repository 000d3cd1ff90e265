import { DEVELOPMENT_PEOPLE, type DevelopmentPerson } from '../../../domain/people/development-people.js'
import type { HttpAnswer } from '../../http-answer.js'
import { refusedByOpenDoor } from '../../bot-service/open-door.js'
import type { Asked, Routing } from './needs.js'
import { languageOf } from './problems.js'

/** Where a browser is sent to sign in, and where it comes back. */
export const SIGN_IN = '/staff/sign-in'
export const SIGNED_IN = '/staff/signed-in'

export type Way =
  { way: 'teams' } | { way: 'browser'; address: string } | { way: 'development'; people: readonly DevelopmentPerson[] }
/** `warning` is there when anybody may be anybody, in words, and is to be shown loudly. */
export type Ways = { ways: readonly Way[]; warning?: string }

export const isDevelopmentOpen = ({ config }: Routing, { request }: Asked): boolean =>
  config.staff.development && refusedByOpenDoor(request) === undefined

/** How one may sign in here. No way at all means that the desk is not set up, or is turned off. */
export async function tellWays(routing: Routing, asked: Asked): Promise<HttpAnswer> {
  const isDevelopment = isDevelopmentOpen(routing, asked)
  const ways: Way[] = [
    ...(routing.entra ? [{ way: 'teams' } as const, { way: 'browser', address: SIGN_IN } as const] : []),
    ...(isDevelopment ? [{ way: 'development', people: DEVELOPMENT_PEOPLE } as const] : []),
  ]
  const t = routing.translate(languageOf(asked.request, routing))
  const body: Ways = { ways, ...(isDevelopment ? { warning: t('staff-sign-in.development-warning') } : {}) }
  return { status: 200, body }
}
