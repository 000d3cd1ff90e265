import type { SaidWords } from './said-words.js'
import { words as listed } from './words.js'

// All without dots, rings and apostrophes, as the words come.
const OWN = '(?:a|an|my|our|own|new|another|small)'
/** Nobody says these of anything but a business of their own. */
const BEGINS: readonly RegExp[] = [
  / (?:starta|startar|nystarta|grunda|etablera|lansera) (?!skolan|om |upp |forskol|dator)/,
  / (?:oppna|oppnar) (?!forskol|nar |tider|konto|fonstr|dorr)/,
  / (?:driva|driver) (?!in |med )/,
  / (?:eget|egen|egna) (?:foretag|firma|studio|salong|butik|restaurang|verksamhet|kafe|cafe) /,
  / borja (?:kora|salja|ge|servera|gora|brygga) /,
  / (?:affarside|foodtruck-ide) /,
  / (?:soker|hittat|hyra|hyr) (?:en )?lokal /,
  / (?:drommer om|dromt om|drom om) /,
  new RegExp(` (?:open|opening|start|starting|launch|launching|run|running|set up|setting up|establish) ${OWN} `),
]
/** These may be for once, or of a thing that one has: more must be told. */
const DOES =
  listed(`ordna ordnar anordna anordnar arrangera arrangerar salja saljer tillverka tillverkar brygga brygger servera serverar importera importerar
  filmar jonglera bakar koper planerar overta funderar tankte tanker driva oppna starta startar
  sell selling serve serving organise organize organising organizing host hosting import importing brew brewing shooting filming
  busk busking planning opening starting launching`)
const DOES_TOGETHER: readonly string[] = [
  ...[
    'hyra ut',
    'hyr ut',
    'ta over',
    'tar over',
    'tagit over',
    'spela in',
    'spela pa',
    'spela musik',
    'ska ha',
    'ska halla',
    'vill halla',
    'ska kora',
    'vill kora',
    'ska bli',
  ],
  ...[
    'samla in',
    'vill visa',
    'borja ge',
    'borja med',
    'dra igang',
    'drar igang',
    'take over',
    'taking over',
    'rent out',
    'renting out',
    'i am a',
    'im a',
  ],
  ...['want to hold', 'want to film', 'want to do', 'hold a', 'holding a', 'put on', 'putting on', 'become a', 'my own'],
]
// "Julgransförsäljning på torget" is one's own, with no verb.
const TRADES = /(?:forsaljning|uthyrning)$/

/** Somebody has another errand about the same things: complains, tells of something wrong, or wants it as a customer, a parent or a relative. */
const OTHER_ERRAND =
  listed(`klaga klagar klagomal klagan luktar lukt stinker stor storande stord buller bullrar ovasen ovasend granne grannen grannens grannar grannarna
  felanmala felanmalan angiv matforgiftad matforgiftning magsjuk sjuk slanger slanga slangd dumpat skrapar trasig overgiven recension boka bokning reservera
  dotter dottern dotterns dotters son sonen sonens mamma mammas pappa pappas mormor mormors farmor farmors morfar morfars farfar farfars barnbarn kopa biljett biljetter
  dagisplats dagisplatsen forskoleplats forskoleplatsen forskoleklass skolplats sexaring sexaringen otrygg rattor bidrag stipendium pappaledig mammaledig overge blockerar jobba jobbar blocks
  complain complaint complaining smells smelly stinks noise noisy neighbour neighbours neighbor neighbors neighbouring downstairs upstairs report reporting ill sick poisoned
  poisoning daughter daughters son sons mother mothers mum mums grandmother grandma grandfather grandpa broken abandoned blocking book booking dangerous unsafe rats fined
  refund ticket tickets grant grants funding`)
const OTHER_TOGETHER: readonly string[] = [
  ...[
    'soka plats',
    'mitt barn',
    'mina barn',
    'vart barn',
    'bli av med',
    'soker jobb',
    'nar oppnar',
    'nar stanger',
    'oppettider',
    'oppna forskolan',
    'oppna forskola',
    'nara mig',
  ],
  ...[
    'my child',
    'my kids',
    'get rid of',
    'job at',
    'jobs at',
    'work at',
    'opening hours',
    'when does',
    'so loud',
    'loud music from',
    'near me',
    'open preschool',
    'nedanfor oss',
  ],
]
// "Vilka förskolor finns i Hägersten?", "var kan man träna?"
const CHOOSES = listed('vilka vilken vilket which what var where')
const EXISTS = listed('finns exist hittar find')

// "Får man smälla raketer?", "how many signs may a café have": about a rule, or about what others do.
const ASKS = listed(
  `far kan hur vad behover maste ar finns nar varfor can may do does is are how what when why could should will`,
)

// How to apply for one thing, and what it costs.
const ASKS_FOR_ONE =
  /^(?:tillstand|ansok|anmal|avgift|kostar|blankett|regler|permi|licen|apply|application|notif|fee|cost|regist|form$|rules)/

/** Whether a text asks, or is about one application, rather than telling of an undertaking. */
export const isQuestion = ({ words }: SaidWords, text: string): boolean =>
  text.includes('?') || ASKS.has(words[0] ?? '') || words.some((word) => ASKS_FOR_ONE.test(word))

/** What somebody is about: beginning something, doing something that may be an undertaking, or something else with the same words. */
export type Purpose = 'begins' | 'does' | 'other' | 'unsaid'

export function purposeOf({ words }: SaidWords): Purpose {
  const text = ` ${words.join(' ')} `
  const has = (phrase: string): boolean => text.includes(` ${phrase} `)
  if (words.some((word) => OTHER_ERRAND.has(word)) || OTHER_TOGETHER.some(has)) return 'other'
  if (CHOOSES.has(words[0] ?? '') && words.some((word) => EXISTS.has(word))) return 'other'
  if (BEGINS.some((begins) => begins.test(text))) return 'begins'
  const does = words.some((word) => DOES.has(word) || TRADES.test(word)) || DOES_TOGETHER.some(has)
  return does ? 'does' : 'unsaid'
}
