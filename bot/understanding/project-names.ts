export type WishedForm = 'status-report' | 'progress-report' | 'change-request'

type Named = { language: 'sv' | 'en'; name: RegExp } & (
  { kind: 'mine' | 'no-steering-place' | 'steering-place' } | { kind: 'form'; form: WishedForm }
)

/** Names between slashes or on lines of their own, in folded words with one space between: what a text begins with. */
const names = (list: string): RegExp => new RegExp(`^(?:${all(list).join('|')})(?= |$)`)
const words = (list: string): RegExp => new RegExp(`(?<![a-z])(?:${all(list).join('|')})(?![a-z])`)
const all = (list: string): string[] =>
  list
    .split(/\s+\/\s+|\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** What they are called. */
export const NAMED: readonly Named[] = [
  {
    kind: 'mine',
    language: 'sv',
    name: names(`
      mina projekt / mina uppdrag i projekt / mina projekt och beslut / vilka projekt (?:ar jag med i|leder jag|har jag) / vilka ar mina projekt
      vad har jag for (?:projekt|uppdrag) / vad har jag att gora i (?:mina )?projekt(?:et|en)?
      (?:vad|nagot|nat)(?: som)? vantar pa (?:mig|min rost|mitt beslut) / vantar (?:nagot|nat) pa (?:mig|min rost|mitt beslut)
      vad (?:ska|behover|kan) jag (?:rosta|besluta)(?: om| pa)? / (?:har jag )?(?:nagot|nat) att (?:rosta|besluta)(?: om| pa)?
    `),
  },
  {
    kind: 'mine',
    language: 'en',
    name: names(`
      my projects / what are my projects / (?:what|which) projects (?:am i in|do i (?:have|manage))
      what (?:do i have to|should i|can i) (?:vote on|decide) / anything to (?:vote on|decide)
      (?:anything|what is|whats)(?: that is)? waiting for (?:me|my (?:vote|decision))
    `),
  },
  {
    kind: 'form',
    form: 'status-report',
    language: 'sv',
    name: names(`
      statusrapp(?:ort)?(?:en)? / status rapp(?:ort)?(?:en)? / veckorapport(?:en)? / tidrapport(?:en|era)? / rapportera status
      (?:rapporterar?|registrerar?|lagg(?:a|er)? in|for(?:a|er)? in|fa in) (?:jag )?(?:min |mina |veckans )?(?:tid|timmar|arbetstid)
    `),
  },
  {
    kind: 'form',
    form: 'status-report',
    language: 'en',
    name: names(
      'status report / weekly report / time ?sheet / time report / (?:report|log|submit) (?:status|(?:my |the )?(?:hours|time))',
    ),
  },
  {
    kind: 'form',
    form: 'progress-report',
    language: 'sv',
    name: names('lages ?rapport(?:en)?(?: till styrgruppen)? / manadsrapport(?:en)? / rapport(?:en|era)? till styrgruppen'),
  },
  {
    kind: 'form',
    form: 'progress-report',
    language: 'en',
    name: names('progress report(?: to the steering group)? / monthly report / report to the steering group'),
  },
  {
    kind: 'form',
    form: 'change-request',
    language: 'sv',
    name: names('andrings ?begaran / (?:begara|begar) (?:en )?andring / begaran om andring'),
  },
  { kind: 'form', form: 'change-request', language: 'en', name: names('change request / cr / request (?:a )?change') },
  { kind: 'no-steering-place', language: 'sv', name: names('ta bort styrgrupp(?:en)?') },
  { kind: 'no-steering-place', language: 'en', name: names('remove (?:the )?steering group') },
  { kind: 'steering-place', language: 'sv', name: names('styrgrupp(?:en)?') },
  { kind: 'steering-place', language: 'en', name: names('steering group') },
]

/** What may always stand before a name: that one wants it, and how one asks. */
export const LEADS = new Set(
  `hej hejsan hallo halla tjena god morgon jag vi vill ska skall skulle vilja behover behova maste tankte kan du ni man fa far hjalp hjalpa
  mig oss med att lamna in skicka lagga ge lista gora gor klart klar bli har finns skriva skriver skriv skapa skapar starta startar borja
  oppna visa fylla fyller fyll i publicera ta fram se ny nytt en ett min mitt mina alla var vart veckans manadens dags dax nu ar det tid for
  hur glomt kor
  hi hello i we would like want need to can could you please help me us do let have got hand in up out list see there some any all submit
  file send fill write make start open create raise show publish id a an my the our new this weeks months monthly weekly time how where it
  is for with`.split(/\s+/),
)
/** Anything may stand before a name where somebody says so that they want it, */
export const WANTING = words(`
  vill / ska / skall / skulle / behover / maste / tankte / dags / hjalp / kan (?:jag|du|man|vi) / hur / var / glomt / forgot / want / need
  like / can (?:i|you|we) / could / let me / have to / time to / how / please
`)
/** and asks nothing of a report that there is. */
export const OF_WHAT_IS = words(`
  vad / vem / vilken / vilket / nar / varfor / skillnad[a-z]* / mall[a-z]* / lasa / laser / last / kommit / skickat / fatt / hittar / hitta
  se / godkan[a-z]* / tack for / what / who / when / why / which / differ[a-z]* / templates? / reads? / sent / arrived / find / approve[a-z]*
  thanks for
`)

const MONTHS =
  `januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|july|
  august|october`.replace(/\s+/g, '')
const AFTER = all(`
  tack(?: sa mycket)? / snalla / nu / idag / i dag / i veckan / har / igen / hur gor (?:jag|man) / via dig / hos dig / for mig / behovs
  beho(?:vs|ver) (?:skrivas|goras|skickas) / (?:innan|fore|efter) (?:lunch|motet|helgen) / formular(?:et)?
  please / thanks / today / now / here / again / for me / form
  (?:for|om|over|on)? ?(?:den har|denna|forra|forgangna|nasta|this|last|next|the last) (?:veckan?|manaden?|week|month)
  (?:for )?(?:v|vecka|week) ?[0-9]{1,2} / (?:(?:for|i|in) )?(?:${MONTHS})
  (?:i|av|pa|till|to|in|of) (?:projekt)?planen / (?:to|in|of) the (?:project )?plan
`)
/** What may stand after a name and names no project. */
export const TRAILERS = new RegExp(` (?:${AFTER.join('|')})$`)
/** "Projektet Sociala system" is called Sociala system. */
export const KIND_OF_THING = /^(?:projektet|projekt|mitt projekt|vårt projekt|the project|project|my project)(?: |$)/u
/** What has such a word in it is not what a project is called, but something said of the report. */
export const SAID_OF_IT = words(`
  ar / var / blir / ska / skall / kan / har / hade / vara / vill / maste / ser / gar / kom / kommer / traffas / beslutar / sager / behover
  inte / is / was / should / can / has / have / does / wants? / needs? / says? / said / decides? / not
`)
/** "Statusrapporten" is one that there is: what follows is said of it, where nothing like "för" stands between. */
export const ENDS_DEFINITE = /(?:rapport|grupp)en$/
