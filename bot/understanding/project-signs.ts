/** Phrases between slashes or on lines of their own, as they are found in folded words with one space between: never a part of a word. */
const phrases = (list: string): RegExp => {
  const all = list.split(/\s+\/\s+|\n/).map((one) => one.trim())
  return new RegExp(`(?<![a-z0-9])(?:${all.filter((one) => one !== '').join('|')})(?![a-z0-9])`)
}
const NOT = '(?:inte|ej|aldrig)'
const CANNOT = '(?:can ?not|cant|can t|wont|won t|will not|unable to|couldnt|not going to)'

/** Something is later: with a time it says by how much. */
export const LATER = phrases(String.raw`
  sen / sent / sena / senare / senarelagg\w* / forsent / forse\w* / forskjut\w* / skjut\w* / uppskjut\w* / drojer / fordroj\w* / drar ut
  dra ut / langre / lagg\w* pa / halka\w* / slapar / tappa\w* / forlora\w* / spricker / spruckit / forlang\w* / flyttas
  (?:maste|behover|far) flytta\w* / flytta\w*(?: \w+){0,7} fram / (?:ligger|ar|hamnar|kommer)(?: \w+){0,7} (?:efter|back)
  (?:tar|behover)(?: \w+){0,4} till / delayad\w* / late / later / delay\w* / behind / slip\w* / postpon\w* / push\w* / longer / overdue
  los(?:t|e|ing) / held up / drar over / justera\w* / (?:has|have|need\w*) to move
`)
/** More of it is needed: "two more weeks", "80 000 kronor till". */
export const NEEDED = phrases(String.raw`
  (?:beho\w+|krav\w*)(?: \w+){0,8} (?:till|extra|ytterligare|mer) / beho\w+ ytterligare
  (?:need\w*|require\w*)(?: \w+){0,4} (?:more|extra|another|additional) / (?:need|take)\w* another
`)
export const EARLIER = phrases('tidigare / earlier / ahead')
export const MORE = phrases(String.raw`
  dyrare / mer / over / hogre / okar / okat / stiger / overskrid\w* / overstig\w* / extra / extrakostnad\w* / merkostnad\w* / fler
  ytterligare / fattas / saknas / sprack\w* / more / dearer / expensive / higher / above / up by / increas\w* / overrun\w* / overspen\w*
  additional / short
`)
export const LESS = phrases(String.raw`billigare / mindre / lagre / spara\w* / less / lower / cheaper / sav(?:e|es|ing)`)

/** Trouble that needs no amount, where "we" or something of a project is spoken of. */
export const IN_TROUBLE = phrases(String.raw`
  kan ${NOT}(?: \w+){0,2} (?:bli|vara|borja|starta|komma|levereras?|halla|klara)\w* / hinner ${NOT} / ${NOT} hinner / klarar ${NOT} / haller ${NOT}
  kommer ${NOT}(?: att)? (?:hinna|bli|klara|kunna|halla) / racker ${NOT} / forse[nan]\w* / halka\w*(?: \w+){0,2} efter
  (?:ar|blir?|blev|vara|ligger|kommer)(?: \w+){0,3} (?:sen|sent|sena|efter) / spricker / sprack\w* / spruckit / drar ut / fordroj\w*
  (?:maste|behover|far)(?: \w+){0,2} skjut\w* / skjuts? upp / skjutas upp / skjuter upp / mer tid / mer pengar / langre tid / dyrare
  over budget\w* / drar over / overskrid\w* / running out of (?:time|money) / slipping / slipped / delayed / more time / more money
  ${CANNOT}(?: \w+){0,2} (?:be|make|finish|deliver|meet|complete|start|hold|keep)\w* / not (?:\w+ )?enough / overspen\w* / overrun\w*
  (?:is|are|be|run\w*|get\w*)(?: \w+){0,2} (?:late|behind|postponed) / more expensive
`)
/** Trouble only where something of a project is spoken of: "we cannot come on Friday" is none. */
export const IN_TROUBLE_THERE = phrases(String.raw`
  (?:kan|kommer|gar|hinns|har)(?: \w+){0,2} ${NOT} / ${NOT} (?:klar\w*|realistisk\w*|mojlig\w*) / omfattar ${NOT} / missa\w* / tappa\w*
  saknar / saknas / (?:drar|sticker) ivag / flyttas / utgar / plocka\w* bort / beho\w+(?: \w+){1,3} till / maste andra\w*
  (?:mer|dyrare|senare) an (?:planerat|budget\w*) / slut / sjuk\w* / sagt upp / slutat / andrats / andras / okar / stiger / overklaga\w*
  overprova\w* / konkurs / nere / (?:staller|stallt|stalls) in / installd\w* / (?:blir|finns) ing(?:en|et|a) / ingen kan / forst om / forran
  ${CANNOT} / miss(?:es|ed|ing)? / not (?:realistic|possible|ready|done) / no longer (?:realistic|possible) / running out / run out
  more than (?:planned|budgeted) / falling behind / held up / bankrupt / nobody can / blown / off sick / sick leave / is ill / has left
  stoppa\w* / blockera\w* / hoppa\w* av / drar sig ur / ${NOT} tillracklig\w* / stops / stopped / blocks / blocked / pulling out / pulled out
  have changed / has changed / appealed / going up
`)
/** What a project is to do grows or shrinks. */
export const OTHER_SCOPE = phrases(String.raw`
  lagg\w* till / stryk\w* / utok\w* / minska\w* / tillkomm\w* / okat / vuxit / vaxer / ta(?:r|s)? (?:bort|med) / lyft\w* ut / inkludera
  nya krav / (?:bestallaren|styrgruppen|sponsorn) vill(?! veta| se) / (?:steering group|owner|sponsor) wants?(?! to know| to see)
  creep / add / include / drop(?: \w+){1,6} from / remove(?: \w+){1,6} from / cut(?: \w+){1,5} from / leave out / bygg\w* ut / descop\w* / reduce\w* / grown / growing
`)

/** "Not delayed" is good news. */
export const ALL_WELL = phrases(String.raw`(?:${NOT}|not|no longer)(?: \w+)? (?:forse\w*|sen|sena|sent|late|delayed|behind)`)
/** What one cannot do with a program, which is no trouble of the project. */
export const AT_THE_SCREEN = phrases(String.raw`
  hitta\w* / logga\w* / inlogg\w* / oppna / se / komma (?:at|in) / losenord\w* / log ?in / find / open / see / access / password
`)
/** The whole of them is a list to look at, and nothing that is late. */
export const MY_PROJECTS = phrases('mina projekt / my projects')
export const BY_US = phrases('vi / we / were / oss / us / vart / our / teamet')
/** With an amount they tell of their own work, whatever it is about: a city builds preschools too. */
export const WE_WILL_BE = phrases(String.raw`
  vi(?: \w+)? (?:blir|ar|ligger|hamnar|halkar|tappar|maste|behover) / (?:blir|ligger|hamnar|maste|behover) vi / we (?:will|are|need|have|ll|re)
`)
export const MY_OWN = phrases('min / mitt / mina / my / jag / i (?:am|m|have|will|need|cannot|cant) / im / ive')
/** Whoever begins so asks something. */
export const ASKING =
  /^(?:hur|vad|nar|var|vart|vem|vilk\w*|varfor|who|what|when|where|how|why|which|will|does|do|is|are|finns|ar det)(?![a-z0-9])/
