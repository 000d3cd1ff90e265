import { personText } from '../cards/projects/person-text.js'
import type { Person } from '../domain/projects/actor.js'
import type { RecordsGateway } from '../domain/projects/common-systems.js'
import type { Registered, Registrable } from '../domain/projects/documents.js'
import type { ProjectRow, ProjectStore } from '../domain/projects/ports.js'
import type { Names } from '../domain/projects/project-view.js'
import type { Filing } from '../domain/projects/stepped.js'
import { everybody } from '../domain/projects/telling.js'
import type { Translate } from '../i18n/translate.js'
import { takenOf } from './taking.js'

export type RecordingNeeds = {
  store: Pick<ProjectStore, 'filings' | 'filing'>
  records: RecordsGateway
  whoIs: (people: readonly Person[]) => Promise<Names>
  translate: (language: string) => Translate
  languages: readonly string[]
  now: () => Date
}

/** What a thing that is registered lies among. A paper of a decision is told with the request that it is about. */
const KINDS: Record<Registrable['what'], readonly Filing['kind'][]> = {
  document: ['document'],
  decision: ['decision', 'change-request'],
  minutes: ['minutes'],
  'change-request': ['change-request', 'plan'],
  'progress-report': ['progress-report'],
  plan: ['plan'],
}

/** Hands what was registered to the records system: the thing itself, with every revision of it, in the first language of the city. */
export const recording =
  (needs: RecordingNeeds) =>
  async ({ project }: ProjectRow, { register, under }: { register: Registered; under: string }): Promise<void> => {
    const { what, number, kind } = register
    const { filings } = await takenOf(needs.store, { project, version: 0 }, { kinds: KINDS[what] })
    const language = needs.languages[0] ?? 'sv'
    const t = needs.translate(language)
    const names = await needs.whoIs(everybody(project))
    const teller = { t, language, nameOf: (person: Person) => personText(person, { project, names, t }) }
    const { recordsPackage } = await import('../papers/records/records-package.js')
    const of = (filing: Filing): boolean => isOf(filing, register)
    const bytes = await recordsPackage({ project: { ...project, recordNumber: under }, filings, of }, teller, needs.now())
    await needs.records({ name: [what, kind, number].filter((part) => part !== undefined).join('-'), recordNumber: under, bytes })
  }

const isOf = (filing: Filing, { what, number, kind }: Registrable): boolean =>
  filing.kind === what && filing.number === number && (filing.kind !== 'document' || filing.of === kind)
