import type { FilingHead } from '../../domain/projects/ports.js'
import type { Kept } from './filed-papers.js'
import type { RecordKind } from './package.js'

/** The newest revision of something filed; of a plan, the newest edition. */
export const newestOf = (heads: readonly FilingHead[], kind: RecordKind, number: number): FilingHead | undefined =>
  heads
    .filter((head) => head.kind === kind && head.number === number)
    .reduce<FilingHead | undefined>((last, head) => (last && last.revision > head.revision ? last : head), undefined)

/** Of everything that is filed, what the paper of one of them is told with. There may be hundreds of plans, and none of the others is read. */
export function toldWith(filing: Kept, heads: readonly FilingHead[]): FilingHead[] {
  switch (filing.kind) {
    case 'decision':
      return heads.filter((head) => head.kind === 'change-request' && head.hash === filing.body.of)
    case 'change-request':
      return [newestOf(heads, 'plan', filing.body.ofPlan)].filter((head) => head !== undefined)
    case 'progress-report':
      return heads.filter((head) => head.kind === 'progress-report' && head.hash === filing.body.previous)
    case 'minutes':
    case 'plan':
      return []
  }
}
