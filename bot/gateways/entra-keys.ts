import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose'

/** The keys could not be fetched, so that nobody can tell whether a token is right. */
export class KeysUnreachable extends Error {
  override name = 'KeysUnreachable'
}

const PATIENCE_MILLISECONDS = 5_000
const KEPT_MILLISECONDS = 60 * 60_000
const COOL_DOWN_MILLISECONDS = 30_000

/**
 * The published keys, by their id, as Microsoft changes them: kept for an hour, and fetched again for an id that is not among them, but no sooner
 * than `coolDown` milliseconds after the last time, so that made-up ids cannot have us ask Microsoft all day.
 */
export function entraKeys(address: URL, coolDown = COOL_DOWN_MILLISECONDS): JWTVerifyGetKey {
  const published = createRemoteJWKSet(address, {
    timeoutDuration: PATIENCE_MILLISECONDS,
    cacheMaxAge: KEPT_MILLISECONDS,
    cooldownDuration: coolDown,
  })
  return async (header, token) => {
    // Without an id a single published key would be tried on anything.
    if (!header.kid) throw new errors.JWKSNoMatchingKey()
    try {
      return await published(header, token)
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error
      throw new KeysUnreachable('The signing keys cannot be fetched', { cause: error })
    }
  }
}
