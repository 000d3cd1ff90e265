import { resolve } from 'node:path'
import { BadEnvironment, type Environment } from './environment.js'
import { staffConfig, type StaffConfig } from './staff-config.js'

/** What the environment decided, with its meaning. Secrets are kept apart, in Secrets, so that this may be logged. */
export type Config = {
  port: number
  host: string
  dataDir: string
  /** Folders, absolute: content/, locales/, adaptive-cards/ and the built client. */
  contentDir: string
  localesDir: string
  cardsDir: string
  /** The file that tells languages apart, absolute. */
  languageModel: string
  clientDir: string
  /** The desk's page, as built. */
  deskDir: string
  /** What the finder learned when the bot was built, and the program that learns from an edited content. */
  finder: { file: string; thread: string }
  /** The program that makes the embedded database. */
  makeDatabase: string
  /** https address that people and Teams reach us by; undefined on a machine of one's own. */
  publicUrl?: URL
  production: boolean
  /** BCP 47; the first one is spoken when nothing better is known. */
  languages: readonly string[]
  trustedProxies: readonly string[]
  /** Origins that may embed the chat and ask for tokens, besides our own. */
  embedOrigins: readonly string[]
  /** Where "leave quickly" goes. */
  leaveTo: string
  keep: {
    /** Days after the last message. */
    conversationDays: number
    sharedComputerMinutes: number
    uploadHours: number
    /** Days after a permit plan was last used. */
    planDays: number
    /** Days after something was reported of the bot or of a service. */
    reportDays: number
    /** Days that it is remembered who of the staff did and read what. */
    auditDays: number
  }
  /** Minutes that the form for a personal number is open, that what was typed is kept, and that it is kept after it was first read. */
  secureMinutes: { open: number; kept: number; afterReading: number }
  limits: {
    tokensPerMinute: number
    messagesPerMinute: number
    uploadsPerHour: number
    /** Characters of one message. */
    messageLength: number
    uploadBytes: number
    uploadTypes: readonly string[]
    /** Milliseconds until a turn is given up and explained. */
    turnTimeout: number
  }
  directLine: { tokenSeconds: number; streamUrlSeconds: number }
  botService?: { appId: string; tenant?: string; openIdMetadata?: string }
  staff: StaffConfig
  /** The address that mails come from; undefined when mail is not connected. */
  mailFrom?: string
  /** The folder where short messages are handed over; undefined when they are not connected. */
  smsDir?: string
  /** Where an external contact-centre system listens, which takes the place of the desk. */
  hubUrl?: string
  projects: {
    /** The city's common system has it, and here it is turned off. */
    portfolioIsElsewhere: boolean
    recordsAreElsewhere: boolean
    /** Folders where the common systems fetch what is theirs; undefined when nothing is handed over. */
    portfolioDir?: string
    recordsDir?: string
    /** Days after the last thing happened to a project that has ended, until its audit is deleted as a whole. */
    auditDays: number
  }
  contentPollSeconds: number
  log: { level: string }
}

export type Secrets = {
  databaseUrl?: string
  /** Signs Direct Line tokens and the address of a stream. Made once and kept in the database when not given. */
  tokenKey?: string
  /** Direct Line secret for servers that make tokens; undefined closes /v3/directline/tokens/generate. */
  directLineSecret?: string
  botServicePassword?: string
  /** The mail server, with name and password in the address. */
  smtpUrl?: string
  /** What the external contact-centre system and we sign with. */
  hubKey?: string
}

/** `root` is the folder of the project: content/, locales/ and the built client lie in it. */
export function configFrom(env: Environment, root: string): Config {
  if (!env.MICROSOFT_APP_ID !== !env.MICROSOFT_APP_PASSWORD)
    throw new BadEnvironment(
      'Set both MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD, or neither: one without the other opens nothing.',
    )
  if (!env.SMTP_URL !== !env.MAIL_FROM)
    throw new BadEnvironment('Set both SMTP_URL and MAIL_FROM, or neither: one without the other sends no mail.')
  if (!env.HUB_URL !== !env.HUB_KEY)
    throw new BadEnvironment('Set both HUB_URL and HUB_KEY, or neither: nothing goes to a hub unsigned.')
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.DATA_DIR),
    contentDir: resolve(root, 'content'),
    localesDir: resolve(root, 'locales'),
    cardsDir: resolve(root, 'adaptive-cards'),
    languageModel: resolve(root, 'bot/understanding/languages/model.bin'),
    clientDir: resolve(root, 'dist/client'),
    deskDir: resolve(root, 'dist/staff'),
    finder: { file: resolve(root, 'dist/finder/learned.bin'), thread: resolve(root, 'dist/bot/learn-finder.js') },
    makeDatabase: resolve(root, 'dist/bot/make-database.js'),
    publicUrl: env.PUBLIC_URL ? new URL(env.PUBLIC_URL) : undefined,
    production: env.NODE_ENV === 'production',
    languages: env.LANGUAGES,
    trustedProxies: env.TRUSTED_PROXIES,
    embedOrigins: env.EMBED_ORIGINS,
    leaveTo: env.LEAVE_TO,
    keep: {
      conversationDays: env.KEEP_CONVERSATION_DAYS,
      sharedComputerMinutes: env.KEEP_SHARED_MINUTES,
      uploadHours: env.KEEP_UPLOAD_HOURS,
      planDays: env.KEEP_PLANS_DAYS,
      reportDays: env.KEEP_REPORTS_DAYS,
      auditDays: env.KEEP_AUDIT_DAYS,
    },
    secureMinutes: {
      open: env.SECURE_FORM_MINUTES,
      kept: env.KEEP_SECURE_MINUTES,
      afterReading: env.KEEP_SECURE_READ_MINUTES,
    },
    limits: {
      tokensPerMinute: env.LIMIT_TOKENS_PER_MINUTE,
      messagesPerMinute: env.LIMIT_MESSAGES_PER_MINUTE,
      uploadsPerHour: env.LIMIT_UPLOADS_PER_HOUR,
      messageLength: env.LIMIT_MESSAGE_LENGTH,
      uploadBytes: env.LIMIT_UPLOAD_BYTES,
      uploadTypes: env.LIMIT_UPLOAD_TYPES,
      turnTimeout: env.TURN_TIMEOUT_MS,
    },
    directLine: { tokenSeconds: env.TOKEN_SECONDS, streamUrlSeconds: env.STREAM_URL_SECONDS },
    botService: env.MICROSOFT_APP_ID
      ? { appId: env.MICROSOFT_APP_ID, tenant: env.MICROSOFT_APP_TENANT_ID, openIdMetadata: env.BOT_OPENID_METADATA }
      : undefined,
    staff: staffConfig(env),
    mailFrom: env.MAIL_FROM,
    ...(env.SMS_DIR ? { smsDir: resolve(env.SMS_DIR) } : {}),
    hubUrl: env.HUB_URL,
    projects: {
      portfolioIsElsewhere: env.PORTFOLIO_SYSTEM === 'elsewhere',
      recordsAreElsewhere: env.RECORDS_SYSTEM === 'elsewhere',
      auditDays: env.KEEP_PROJECT_AUDIT_DAYS,
      ...(env.PORTFOLIO_DIR ? { portfolioDir: resolve(env.PORTFOLIO_DIR) } : {}),
      ...(env.RECORDS_DIR ? { recordsDir: resolve(env.RECORDS_DIR) } : {}),
    },
    contentPollSeconds: env.CONTENT_POLL_SECONDS,
    log: { level: env.LOG_LEVEL },
  }
}

export const secretsFrom = (env: Environment): Secrets => ({
  databaseUrl: env.DATABASE_URL,
  tokenKey: env.TOKEN_KEY,
  directLineSecret: env.DIRECT_LINE_SECRET,
  botServicePassword: env.MICROSOFT_APP_PASSWORD,
  smtpUrl: env.SMTP_URL,
  hubKey: env.HUB_KEY,
})
