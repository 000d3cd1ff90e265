/** The addresses of a stored plan, without host. Whoever has one has the plan, so none is ever logged or sent to others. */
export type PlanPaths = {
  readonly page: string
  readonly pdf: string
  readonly ics: string
  readonly svg: string
  readonly png: string
}

export function planPaths(id: string): PlanPaths {
  const page = `/plans/${encodeURIComponent(id)}`
  return { page, pdf: `${page}.pdf`, ics: `${page}.ics`, svg: `${page}/timeline.svg`, png: `${page}/timeline.png` }
}

/** An address with what was chosen on the page: the language and the day to start. */
export function withChoices(path: string, choices: { lang?: string; start?: string }): string {
  const chosen = Object.entries(choices).filter((choice): choice is [string, string] => choice[1] !== undefined)
  return chosen.length > 0 ? `${path}?${new URLSearchParams(chosen).toString()}` : path
}
