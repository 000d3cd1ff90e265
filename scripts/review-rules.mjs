// The rules of permits as text in Swedish, made of the words of their own questions, for somebody who knows the law and does not program.

/** The words around those of content/; the review is for the city's own staff, so in Swedish only. */
const WORDS = {
  needed: 'Behövs när',
  always: 'alla behöver det',
  all: 'allt det här stämmer:',
  any: 'något av det här stämmer:',
  not: 'det här stämmer inte:',
  or: ' eller ',
  sure: {
    law: 'enligt lag',
    likely: 'vår egen läsning, sägs som "troligen"',
    unread: 'lagen är ny och oläst, sägs som "beror på"',
  },
  before: { applying: 'Före ansökan', decision: 'Före beslutet', opening: 'Före öppningen' },
  opening: {
    decided: 'ska vara beslutat',
    sent: 'ska vara skickat',
    none: 'hindrar inte öppningen',
    sentWeeksBefore: (weeks) => `ska vara skickat ${weeks} veckor innan`,
  },
  per: {
    once: 'en gång',
    hour: 'per timme',
    day: 'per dag',
    month: 'per månad',
    year: 'per år',
    'square-metre-day': 'per kvadratmeter och dag',
    'square-metre-year': 'per kvadratmeter och år',
    piece: 'per styck',
  },
}

const sv = (words) => words.sv
const indented = (lines) => lines.map((line) => `  ${line}`)
const line = (label, text) => (text === undefined || text === '' ? [] : [`${`${label}:`.padEnd(18)}${text}`])

/** Every permit, or those of the ids; then every question. */
export function review(rules, ids = []) {
  const chosen = [...rules.permits.values()].filter(({ id }) => ids.length === 0 || ids.includes(id))
  const questions =
    ids.length === 0 ? ['', '='.repeat(40), 'FRÅGORNA', ...rules.cards.flatMap((card) => questionsOf(card, rules))] : []
  return [...chosen.flatMap((permit) => permitInWords(permit, rules)), ...questions].join('\n')
}

function permitInWords({ id, name, kind, responsible, law, source, rule }, rules) {
  const named = (other) => rules.permits.get(other)?.name.sv ?? other
  return [
    '',
    `${sv(name)}  (permits/${id}.yaml)`,
    '-'.repeat(40),
    ...line('Slag', kind),
    ...line('Vem beslutar', `${sv(responsible.name)}${responsible.cityOwn ? '' : ' (inte staden)'}`),
    `${WORDS.needed}:`,
    ...indented(inWords(rule.needed, rules)),
    ...line('Säkert', WORDS.sure[rule.sure]),
    ...line('Ta reda på', rule.findOut && sv(rule.findOut)),
    ...Object.entries(WORDS.before).flatMap(([what, label]) => line(label, rule.before[what].map(named).join(', '))),
    ...line('Del av', rule.partOf && named(rule.partOf)),
    ...line('Handläggning', rule.handling && time(rule.handling)),
    ...line('Vid öppningen', opening(rule.opening)),
    ...rule.fees.flatMap((fee) => feeInWords(fee, rules)),
    ...line('Lag', law && `${law.text}${law.weak ? ' (ingen har läst lagen för det här)' : ''}`),
    ...line('Gäller', rule.valid && `${rule.valid.from ?? '…'} till ${rule.valid.to ?? '…'}`),
    ...line('Källor', source.urls.join(' ')),
    ...line('Anmärkning', rule.remark),
    ...line('Kontrollerad', rule.checked),
  ]
}

const time = ({ least, most, sure }) => `${least === most ? least : `${least}–${most}`} veckor${sure ? '' : ' (osäkert)'}`
const opening = (how) => (typeof how === 'string' ? WORDS.opening[how] : WORDS.opening.sentWeeksBefore(how['sent-weeks-before']))

function feeInWords({ sek, per, year, sure, when, for: what }, rules) {
  const amount = `${sek} kr ${WORDS.per[per]}${what ? ` för ${sv(what)}` : ''} (${year ?? 'okänt år'}${sure ? '' : ', osäkert'})`
  return [...line('Avgift', when ? `${amount}, när` : amount), ...(when ? indented(inWords(when, rules)) : [])]
}

/** A condition as a list: one statement a line, and what joins them above. */
function inWords(condition, rules) {
  if ('always' in condition) return [WORDS.always]
  if ('all' in condition) return [WORDS.all, ...condition.all.flatMap((part) => item(inWords(part, rules)))]
  if ('any' in condition) return [WORDS.any, ...condition.any.flatMap((part) => item(inWords(part, rules)))]
  if (!('not' in condition)) return [statement(condition, rules.facts.get(condition.is))]
  const { not } = condition
  const fact = 'is' in not && not.value === true ? rules.facts.get(not.is) : undefined
  // What is never asked of somebody counts as not so, hence the question in words and not its "no" alone.
  return fact && !fact.when ? [sv(fact.no)] : [WORDS.not, ...item(inWords(not, rules))]
}

const item = ([first, ...rest]) => [`- ${first}`, ...indented(rest)]

function statement(test, fact) {
  if (!fact) return `${test.is}?`
  if (fact.kind === 'yes-no') return sv(fact.yes)
  if (fact.kind === 'choice')
    return test.value.map((option) => sv(fact.options.find(({ id }) => id === option)?.says ?? { sv: option })).join(WORDS.or)
  const limits = [
    test.atLeast === undefined ? '' : `minst ${test.atLeast}`,
    test.under === undefined ? '' : `under ${test.under}`,
  ]
  return `${sv(fact.ask)} ${limits.filter(Boolean).join(' och ')} ${sv(fact.unit)}`
}

function questionsOf({ id, title, why, facts }, rules) {
  return [
    '',
    `${sv(title)}  (permit-questions/${id}.yaml)`,
    '-'.repeat(40),
    sv(why),
    ...facts.flatMap((fact) => [
      `- ${sv(fact.ask)}  [${fact.id}]`,
      ...(fact.kind === 'choice' ? fact.options.map((option) => `    ( ) ${sv(option.name)}`) : []),
      ...(fact.kind === 'number' ? [`    ${fact.least}–${fact.most} ${sv(fact.unit)}`] : []),
      ...(fact.when ? ['    Frågas bara när:', ...indented(indented(inWords(fact.when, rules)))] : []),
    ]),
  ]
}
