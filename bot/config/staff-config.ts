import { BadEnvironment, type Environment } from './environment.js'

/** How staff sign in. */
export type StaffConfig = {
  /** Anybody on this machine may be any of a few invented people. */
  development: boolean
  /** Tries of one address. */
  signInsPerMinute: number
  /** Who gets the first role of all, on signing in for the first time. */
  firstLead?: { tenant: string; oid: string }
  /** Undefined: nobody can sign in by Microsoft Entra ID. */
  entra?: {
    /** Without a slash at the end. */
    authority: string
    tenant: string
    appId: string
    /** Every name under which a tab may ask for a token to us. */
    audiences: readonly string[]
  }
}

const DEVELOPMENT_TENANT = 'development'
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/

export function staffConfig(env: Environment): StaffConfig {
  const development = env.STAFF_SIGN_IN === 'development'
  if (development) refuseOutside(env)
  return {
    development,
    signInsPerMinute: env.LIMIT_SIGN_INS_PER_MINUTE,
    firstLead: firstLeadIn(env),
    entra: env.STAFF_SIGN_IN === 'off' ? undefined : entraIn(env),
  }
}

/** Where others can come, nobody may choose who they are. */
function refuseOutside(env: Environment): void {
  const reasons = [
    ...(env.NODE_ENV === 'production' ? ['NODE_ENV=production'] : []),
    ...(LOOPBACK.test(env.HOST) ? [] : ['a HOST that others can reach']),
    ...(env.PUBLIC_URL ? ['a PUBLIC_URL'] : []),
  ]
  if (reasons.length > 0)
    throw new BadEnvironment(
      `STAFF_SIGN_IN=development lets anybody be anybody, so it is refused together with ${reasons.join(' and ')}. Leave it out, and staff sign in with Microsoft Entra ID.`,
    )
}

function firstLeadIn({ FIRST_LEAD, MICROSOFT_APP_TENANT_ID, STAFF_SIGN_IN }: Environment): StaffConfig['firstLead'] {
  if (!FIRST_LEAD) return undefined
  const [oid = '', tenant = MICROSOFT_APP_TENANT_ID ?? (STAFF_SIGN_IN === 'development' ? DEVELOPMENT_TENANT : undefined)] =
    FIRST_LEAD.split('|').reverse()
  if (!tenant)
    throw new BadEnvironment('FIRST_LEAD names nobody without a tenant: write tenant|oid, or set MICROSOFT_APP_TENANT_ID.')
  return { tenant, oid: oid.toLowerCase() }
}

function entraIn(env: Environment): StaffConfig['entra'] {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_TENANT_ID: tenant } = env
  if (!appId || !tenant) return undefined
  const names = env.PUBLIC_URL ? [`api://${new URL(env.PUBLIC_URL).host}/${appId}`] : []
  const authority = env.ENTRA_AUTHORITY.replace(/\/+$/, '')
  return { authority, tenant, appId, audiences: [appId, `api://${appId}`, ...names] }
}
