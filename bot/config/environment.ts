import { z } from 'zod'

const wholeNumber = (least: number, most: number, otherwise: number) =>
  z
    .string()
    .regex(/^\d+$/, `a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `a whole number from ${least} to ${most}`)
    .default(otherwise)

const origin = z.string().refine(isOrigin, 'an origin such as https://stockholm.se, without a path')
const listOf = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(item))

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}

/**
 * Every environment variable that is read, with what it must look like. The table in docs/running.md is this list;
 * a test holds them together. An empty value counts as not given.
 */
export const Environment = z.object({
  PORT: wholeNumber(0, 65_535, 3978),
  HOST: z.string().min(1).default('127.0.0.1'),
  NODE_ENV: z.enum(['development', 'production', 'test'], 'development, production or test').default('development'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+/, 'an address that starts with postgresql://')
    .optional(),
  PUBLIC_URL: z.url({ protocol: /^https$/, error: 'an address that starts with https://' }).optional(),
  LANGUAGES: listOf(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'language tags such as sv,en')).default(['sv', 'en']),
  TRUSTED_PROXIES: listOf(z.string().regex(/^[0-9a-fA-F.:/]+$/, 'addresses such as 10.0.0.1,10.0.0.2')).default([]),
  EMBED_ORIGINS: listOf(origin).default([]),
  LEAVE_TO: z.url({ protocol: /^https?$/, error: 'a web address' }).default('https://www.smhi.se/'),
  KEEP_CONVERSATION_DAYS: wholeNumber(1, 3650, 30),
  KEEP_SHARED_MINUTES: wholeNumber(5, 1440, 60),
  KEEP_UPLOAD_HOURS: wholeNumber(1, 24, 24),
  KEEP_PLANS_DAYS: wholeNumber(1, 3650, 180),
  KEEP_REPORTS_DAYS: wholeNumber(1, 3650, 365),
  KEEP_AUDIT_DAYS: wholeNumber(1, 3650, 730),
  KEEP_PROJECT_AUDIT_DAYS: wholeNumber(366, 36_500, 3650),
  SECURE_FORM_MINUTES: wholeNumber(1, 60, 15),
  KEEP_SECURE_MINUTES: wholeNumber(1, 240, 30),
  KEEP_SECURE_READ_MINUTES: wholeNumber(1, 60, 5),
  LIMIT_TOKENS_PER_MINUTE: wholeNumber(1, 1_000_000, 30),
  LIMIT_MESSAGES_PER_MINUTE: wholeNumber(1, 1_000_000, 30),
  LIMIT_UPLOADS_PER_HOUR: wholeNumber(1, 1_000_000, 20),
  LIMIT_SIGN_INS_PER_MINUTE: wholeNumber(1, 1_000_000, 120),
  LIMIT_MESSAGE_LENGTH: wholeNumber(100, 20_000, 2000),
  LIMIT_UPLOAD_BYTES: wholeNumber(1000, 50_000_000, 5_000_000),
  LIMIT_UPLOAD_TYPES: listOf(z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/, 'media types such as image/png,application/pdf')).default(
    ['image/jpeg', 'image/png', 'application/pdf', 'text/plain'],
  ),
  TURN_TIMEOUT_MS: wholeNumber(1000, 15_000, 14_000),
  TOKEN_SECONDS: wholeNumber(1, 86_400, 1800),
  STREAM_URL_SECONDS: wholeNumber(1, 600, 60),
  CONTENT_POLL_SECONDS: wholeNumber(1, 86_400, 60),
  TOKEN_KEY: z.string().min(32, 'at least 32 characters').optional(),
  DIRECT_LINE_SECRET: z.string().min(16, 'at least 16 characters').optional(),
  MICROSOFT_APP_ID: z.string().min(1).optional(),
  MICROSOFT_APP_PASSWORD: z.string().min(1).optional(),
  MICROSOFT_APP_TENANT_ID: z.string().min(1).optional(),
  BOT_OPENID_METADATA: z.url({ error: 'a web address' }).optional(),
  STAFF_SIGN_IN: z.enum(['entra', 'development', 'off'], 'entra, development or off').default('entra'),
  FIRST_LEAD: z
    .string()
    .regex(/^(?:[0-9A-Za-z.-]{1,100}\|)?[0-9A-Za-z-]{8,64}$/, 'the object id of a person in Entra ID, or tenant|object id')
    .optional(),
  ENTRA_AUTHORITY: z
    .url({ error: 'a web address' })
    .regex(/^https:\/\/|^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?(?:\/|$)/, 'an address that starts with https://')
    .default('https://login.microsoftonline.com'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'an address that starts with smtp:// or smtps://' }).optional(),
  MAIL_FROM: z.email('an address such as lotsen@stockholm.example').optional(),
  SMS_DIR: z.string().min(1).optional(),
  HUB_URL: z
    .url({ error: 'a web address' })
    .regex(/^https:\/\/|^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?(?:\/|$)/, 'an address that starts with https://')
    .optional(),
  HUB_KEY: z.string().min(32, 'at least 32 characters').optional(),
  PORTFOLIO_SYSTEM: z.enum(['built-in', 'elsewhere'], 'built-in or elsewhere').default('built-in'),
  PORTFOLIO_DIR: z.string().min(1).optional(),
  RECORDS_SYSTEM: z.enum(['built-in', 'elsewhere'], 'built-in or elsewhere').default('built-in'),
  RECORDS_DIR: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error or silent').default('info'),
})
export type Environment = z.infer<typeof Environment>

/** Stops at the first lie: names each variable that is wrong, and says what was expected of it. Values are not repeated: they may be secret. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Environment.safeParse(given)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map(({ path, message }) => `  ${String(path[0])}: expected ${message}`)
  throw new BadEnvironment(`The environment is not right, so nothing was started:\n${wrong.join('\n')}`)
}

/** Its message is written for the person who starts the bot. */
export class BadEnvironment extends Error {
  override name = 'BadEnvironment'
}
