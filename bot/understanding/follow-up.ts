import { AUDIENCES, type Audience } from '../domain/services/service.js'
import { isEmpty } from './empty-words.js'
import { comparable } from './normalise.js'
import { words } from './words.js'

/** What one can ask about something that was just shown. */
export const ASPECTS = ['cost', 'time', 'login', 'apply', 'person', 'someone', 'papers'] as const
export type Aspect = (typeof ASPECTS)[number]

/** A message that means nothing without the one before it. */
export type FollowUp =
  /** "och vad kostar det?" */
  | { kind: 'aspect'; aspect: Aspect }
  /** "nej, för företag" */
  | { kind: 'audience'; audience: Audience }
  /** "min mamma då?": the same question about somebody or something else. */
  | { kind: 'instead'; text: string }

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
  const telling = said.filter((word) => !isEmpty(word))
  const aspects = ASPECTS.filter((aspect) => telling.some((word) => ABOUT[aspect].has(word)))
  const onlyThese = telling.every((word) => NEED.has(word) || aspects.some((aspect) => ABOUT[aspect].has(word)))
  if (!onlyThese) return undefined
  return aspects[0] ?? (said.some((word) => NEED.has(word)) && telling.length === 0 ? 'papers' : undefined)
}
