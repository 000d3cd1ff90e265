/**
 * The rows of a text with separated values, each by the names in its first line. A value in double quotes may hold the separator, line
 * breaks and doubled quotes.
 */
export function rowsOf(text: string, separator: ',' | '\t'): Record<string, string>[] {
  const [head = [], ...lines] = valuesOf(text.replace(/^\uFEFF/, ''), separator)
  return lines.map((values) => Object.fromEntries(head.map((name, column) => [name, values[column] ?? ''])))
}

function valuesOf(text: string, separator: string): string[][] {
  // Tabs are written without quotes around: there a quote is a quote.
  if (separator === '\t') return linesOf(text).map((line) => line.split(separator))
  const lines: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    lines.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end !== ',') lines.push([])
  }
  return lines.filter((line) => line.some((value) => value !== ''))
}

const linesOf = (text: string): string[] => text.split(/\r?\n/).filter((line) => line !== '')
