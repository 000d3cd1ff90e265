import { z } from 'zod'
import { InEveryLanguage, ListInEveryLanguage } from '../language.js'

/**
 * What a link leads to: the service itself gets a button, an information page "read about it", a root is the start page of
 * somebody. `none`: there is no link worth showing, say where to ask.
 */
export const LINK_KINDS = ['service', 'information', 'root', 'none'] as const
export const HttpsUrl = z
  .string()
  .max(1000)
  .regex(/^https:\/\/[^\s]+$/, 'a web address that starts with https://')
  .refine(isPlainAddress, 'a web address with the name of a site, and nobody’s name or password in it')

// "https://stockholm.se@elsewhere.example" leads elsewhere, and looks as if it did not.
function isPlainAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { hostname, username, password } = new URL(address)
  return /^[^.]+(\.[^.]+)+$/.test(hostname) && username === '' && password === ''
}

/** `unknown` is an answer: it is never shown as "no login needed". */
export const LOGINS = ['bankid', 'login', 'none', 'unknown'] as const

/** For whom a service is. */
export const AUDIENCES = ['citizen', 'business', 'association'] as const
export type Audience = (typeof AUDIENCES)[number]

/** Where the facts were read. Only `city` and `other-authority` are shown as certain. */
export const SOURCE_KINDS = [
  'city',
  'other-authority',
  'third-party',
  'quoted-elsewhere',
  'copy-on-unrelated-domain',
  'general-knowledge',
] as const

/** A fact worth showing; a weak one is shown together with "check with the city". */
export const Note = z.strictObject({ sv: z.string().min(1), en: z.string().min(1), weak: z.boolean() })
export type Note = z.infer<typeof Note>

/** What a question is compared with: written about everything that can be found. */
export const FINDABLE = {
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens'),
  name: InEveryLanguage,
  summary: InEveryLanguage,
  /** Other words for it. */
  also: ListInEveryLanguage,
  /** How different people would put it. */
  phrases: ListInEveryLanguage,
}

/** What a person needs to know before going there. */
export const APPLICABLE = {
  for: InEveryLanguage,
  have: ListInEveryLanguage.refine(({ sv, en }) => sv.length === en.length, 'as many items in every language'),
  notes: z.array(Note).default([]),
  link: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['service', 'information', 'root']), url: HttpsUrl }),
    z.strictObject({ kind: z.literal('none') }),
  ]),
  /** Id of the contact point that answers for it; the switchboard when left out. */
  contact: z.string().optional(),
  /** Other ways than the e-service, where something particular is known. General words are used for the rest. */
  ways: z
    .strictObject({
      phone: InEveryLanguage.optional(),
      visit: InEveryLanguage.optional(),
      paper: InEveryLanguage.optional(),
      someone: InEveryLanguage.optional(),
    })
    .default({}),
}

/** One e-service, as a file in content/services/. */
export const Service = z.strictObject({
  ...FINDABLE,
  ...APPLICABLE,
  audience: z.array(z.enum(AUDIENCES)).min(1),
  lifeSituation: z.string(),
  responsible: z.strictObject({
    name: InEveryLanguage,
    /** The City of Stockholm itself, or somebody else, which is then said. */
    cityOwn: z.boolean(),
    /** It is the city district where one lives that answers, so the person is asked which. */
    byDistrict: z.boolean(),
  }),
  channel: z.enum(['e-service', 'form', 'contact', 'information', 'police-e-service']),
  login: z.enum(LOGINS),
  /** Nothing that could identify the person is asked, nothing is resumed, no e-identification is offered. */
  sensitive: z.boolean().default(false),
  source: z.strictObject({
    url: z.string().nullable(),
    kind: z.enum(SOURCE_KINDS),
    nameOfficial: z.boolean(),
    /** The page behind the link was read, not only seen as an address. */
    read: z.boolean(),
    /** The remark of who collected the facts. For editors, not shown. */
    remark: z.string().optional(),
  }),
})
export type Service = z.infer<typeof Service>

/** True when the facts come from the city or the authority itself; otherwise the answer says that they are unconfirmed. */
export const isConfirmed = ({ source }: { source: { kind: string } }): boolean =>
  source.kind === 'city' || source.kind === 'other-authority'
