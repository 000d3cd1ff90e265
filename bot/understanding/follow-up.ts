import { comparable } from './normalise.js'

/** What one can ask about something that was just shown. */
export const ASPECTS = ['cost', 'time', 'login', 'apply', 'person', 'someone', 'papers'] as const
export type Aspect = (typeof ASPECTS)[number]

export const AUDIENCES = ['citizen', 'business', 'association'] as const
export type Audience = (typeof AUDIENCES)[number]

/** A message that means nothing without the one before it. */
export type FollowUp =
  /** "och vad kostar det?" */
  | { kind: 'aspect'; aspect: Aspect }
  /** "nej, för företag" */
  | { kind: 'audience'; audience: Audience }
  /** "min mamma då?": the same question about somebody or something else. */
  | { kind: 'instead'; text: string }

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean))

// Words that say nothing of what a question is about. A message of these and of words for an aspect is about what was shown.
const EMPTY = words(`
  och men så hm ok okej aha ja jo nej hej tack snälla då nu sen också ens bara ungefär egentligen exakt typ
  vad va hur när var vart vem vilka vilken vilket varför det den de dom detta denna här där sånt sådant
  är blir var blev kan kunna man jag vi du ni en ett för att till om på i med av från hos vid mig oss min mitt
  måste ska skall bör behöver behövs behöva ha har hade får få mycket lång långt många tar ta kommer något nåt någon själv
  göra gör gjorde brukar innan veta undrar säg berätta visa ge finns alls mer
  and but so ok okay well yes no hi please thanks then now also just about exactly
  what how when where who which why it that this these there is are was be do does did i we you me us my a an the for of in on
  with to from at need needs needed must should can could would have has get gets much many long take takes any some anything
  something know tell show give more`)

const ABOUT: Record<Aspect, ReadonlySet<string>> = {
  cost: words(`
    kostar kosta kostnad kostnaden kostnader pris priset avgift avgiften avgifter gratis betala betalar dyrt kr kronor pengar
    cost costs price fee fees free pay expensive kronor money charge`),
  time: words(`
    tid tiden länge dröjer dröja handläggningstid handläggningstiden handläggningstider svar beslut veckor dagar klart snabbt snart väntetid kötid kö kön
    time weeks days wait waiting answer decision soon quickly fast queue processing`),
  login: words(`
    bankid bank-id id legitimation elegitimation logga logga inloggning inloggad konto
    login log logged sign account`),
  apply: words(`
    ansöker ansöka ansökan söker söka anmäler anmäla länk länken blankett blanketten formulär formuläret sida sidan hemsida webbplats
    apply application link form website page online`),
  person: words(`
    ringa ringer nummer numret telefon telefonnummer mejl mejla mail maila epost kontakt kontakta kontaktar ansvarar ansvarig
    bestämmer adress adressen öppet öppettider besöka
    call phone number email contact responsible decides address open visit`),
  someone: words(`
    åt ombud fullmakt annan anhörig anhöriga barnbarn
    behalf someone somebody else relative`),
  papers: words(`
    papper pappren dokument handlingar bilagor underlag intyg kvitto skicka bifoga
    documents document papers paperwork bring attach certificate`),
}

const NEED = words('behöver behövs behöva need needs needed krävs required')

const BUSINESS =
  /(företag|företaget|firma|firman|bolag|bolaget|verksamhet|verksamheten|business|company|firm|shop|restaurang|restaurant|butik)/
const ASSOCIATION = /(förening|föreningen|klubb|klubben|idrottsförening|brf|bostadsrättsförening|association|club)/
const CITIZEN = /(privat|privatperson|mig själv|mig privat|myself|private person|me)/
const FOR_WHOM = new RegExp(
  `^(?:(?:nej|no|men|but|inte|not) )*(?:(?:det|it) (?:är|gäller|is|s) )?(?:för|till|som|åt|for|as) (?:ett |en |mitt |min |vårt |vår |a |an |my |our |the )?` +
    `(?:(?<business>${BUSINESS.source})|(?<association>${ASSOCIATION.source})|(?<citizen>${CITIZEN.source}))$`,
  'u',
)

const INSTEAD = [
  /^(?:(?:och|men|ok|okej) )*(?:för |till |om )?(?<text>.+) då$/u,
  /^(?:(?:and|but|ok|okay) )*(?:what|how) about (?:for )?(?<text>.+)$/u,
  /^(?:och|and) (?:för|till|for) (?<text>.+)$/u,
]
const MOST_WORDS_INSTEAD = 6

/** What a short message asks about the one before it; undefined when it stands by itself. */
export function followUpIn(text: string): FollowUp | undefined {
  const said = comparable(text)
  const aspect = aspectIn(said.split(' '))
  if (aspect) return { kind: 'aspect', aspect }
  const whom = FOR_WHOM.exec(said)?.groups
  const audience = whom && AUDIENCES.find((each) => whom[each] !== undefined)
  if (audience) return { kind: 'audience', audience }
  for (const pattern of INSTEAD) {
    const other = pattern.exec(said)?.groups?.['text']
    if (other && other.split(' ').length <= MOST_WORDS_INSTEAD) return { kind: 'instead', text: other }
  }
  return undefined
}

function aspectIn(said: readonly string[]): Aspect | undefined {
  if (said.length < 2 && !ABOUT.cost.has(said[0] ?? '')) return undefined
  const telling = said.filter((word) => !EMPTY.has(word))
  const aspects = ASPECTS.filter((aspect) => telling.some((word) => ABOUT[aspect].has(word)))
  const onlyThese = telling.every((word) => NEED.has(word) || aspects.some((aspect) => ABOUT[aspect].has(word)))
  if (!onlyThese) return undefined
  return aspects[0] ?? (said.some((word) => NEED.has(word)) && telling.length === 0 ? 'papers' : undefined)
}
