import type { Config, Secrets } from '../config/config.js'
import { DEVELOPMENT_TENANT } from '../domain/people/staff-identity.js'
import { entra } from '../gateways/entra.js'
import { hubGateway } from '../gateways/hub.js'
import { mailGateway } from '../gateways/mail.js'
import { smsFiles } from '../gateways/sms-files.js'
import type { Log } from '../telemetry/log.js'

/** The systems outside that the environment names, each undefined where it names none. */
export function outside(config: Config, secrets: Secrets, now: () => Date, log: Log) {
  const { staff, mailFrom, hubUrl, smsDir: folder } = config
  const { smtpUrl, hubKey, botServicePassword: secret } = secrets
  return {
    /** Without it mails are kept until there is one, and the health page and the desk say so. */
    post: mailFrom && smtpUrl ? mailGateway({ url: smtpUrl, from: mailFrom, log }) : undefined,
    /** Without it nobody can sign in by Microsoft Entra ID. */
    entra: staff.entra && secret ? entra({ ...staff.entra, secret, now, log }) : undefined,
    /** Without it the built-in desk answers. */
    hub: hubUrl && hubKey ? { key: hubKey, tell: hubGateway({ url: hubUrl, key: hubKey, now, log }) } : undefined,
    sms: folder ? smsFiles({ folder, now, log }) : undefined,
    /** Whether people of this tenant can sign in here. */
    canSignIn: (tenant: string): boolean => tenant === (staff.development ? DEVELOPMENT_TENANT : staff.entra?.tenant),
  }
}
export type Outside = ReturnType<typeof outside>
