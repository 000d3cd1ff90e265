const ENGLISH = new Set(
  `we the late later delayed delay delays behind weeks week days day months month will more over than with by cost costs is are be not need needs
  to from of our my has have it cannot cant wont can would like want how do does who what when which please this a an enough and on
  longer earlier another milestone training testing`.split(/\s+/),
)
const SWEDISH = new Set(
  `vi blir bli sen sena sent senare vecka veckor dagar dag manad manader det kostar mer dyrare forsenad forsenat forsenade skjuta jag ar inte
  att och en ett av pa om har vill ska min mina mitt kan du behover maste hur gor tack ny till klar klara hinner racker haller pga`.split(
    /\s+/,
  ),
)

/** The language of most of the words that tell one; `otherwise` where they tell none or both alike. Words are folded. */
export function spokenIn(words: readonly string[], otherwise: 'sv' | 'en' = 'sv'): 'sv' | 'en' {
  const count = (known: ReadonlySet<string>): number => words.filter((word) => known.has(word)).length
  const [sv, en] = [count(SWEDISH), count(ENGLISH)]
  return sv === en ? otherwise : en > sv ? 'en' : 'sv'
}
