import { table } from '../report.js'

/** Rows under a title; the first cell names the row. */
export type Section = { title: string; rows: readonly (readonly string[])[] }

/** One table of several sections, all in the same columns. */
export function sectionTable(head: readonly string[], sections: readonly Section[]): string {
  const [first, ...lines] = table([head, ...sections.flatMap(({ rows }) => rows)]).split('\n')
  return [first, ...sections.flatMap(({ title, rows }) => [`\n${title}`, ...lines.splice(0, rows.length)])].join('\n')
}
