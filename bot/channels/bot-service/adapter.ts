import { CloudAdapter, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder'
import { Authentication, TOKEN_ISSUER, type Identity } from './authentication.js'

/** Why an activity is not believed, or that we cannot tell now. */
export type Distrust = 'unauthorized' | 'cannot-tell'

export type Believed = Awaited<ReturnType<Authentication['authenticateRequest']>>

/** botbuilder's adapter without its HTTP half: that one answers a bad signature with 500, and everything with the error's own words. */
export class Adapter extends CloudAdapter {
  private readonly authentication: Authentication

  constructor(identity: Identity) {
    const authentication = new Authentication(identity)
    super(authentication)
    this.authentication = authentication
  }

  /** `authorization` is the header of the request; an empty one is believed only where no app id is configured. */
  async believe(activity: Activity, authorization: string): Promise<Believed | Distrust> {
    // Tokens of people and of other bots are signed by others: Microsoft's code would take an emulator's of any organisation.
    if (authorization && issuerOf(authorization) !== TOKEN_ISSUER) return 'unauthorized'
    try {
      return await this.authentication.authenticateRequest(activity, authorization)
    } catch (error) {
      return isAboutToken(error) ? 'unauthorized' : 'cannot-tell'
    }
  }

  /** Runs a turn for an activity that has been believed. Resolves to what the response says, undefined for a bare 200. */
  run(
    believed: Believed,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(believed, activity, logic)
  }
}

/** Who says they signed it, not yet proved. */
function issuerOf(authorization: string): unknown {
  const payload = authorization.split(' ')[1]?.split('.')[1] ?? ''
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    return typeof claims === 'object' && claims !== null && 'iss' in claims ? claims.iss : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const UNAUTHORIZED = 401
const TOKEN_ERRORS = ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError']

// Everything else is trouble in fetching Microsoft's keys, and no fault of the one who asks.
const isAboutToken = (error: unknown): boolean =>
  error instanceof Error && (TOKEN_ERRORS.includes(error.name) || ('statusCode' in error && error.statusCode === UNAUTHORIZED))
