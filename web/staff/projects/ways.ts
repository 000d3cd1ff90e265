import type { Day } from '../../../bot/domain/projects/calendar.js'
import type { ProjectEventSent } from '../../../bot/domain/projects/events.js'
import type { PlanEdit } from '../../../bot/domain/projects/plan-edits.js'
import type { PlanProposed } from '../../../bot/domain/projects/plan.js'
import type { Frame } from '../../../bot/domain/projects/portfolio.js'
import type { Draft } from '../../../bot/domain/projects/ports.js'
import type { Registration } from '../../../bot/domain/projects/project.js'
import type {
  AsJson,
  AuditView,
  FilingView,
  MineView,
  PortfolioView,
  ProgressForm,
  ProjectView,
  StatusForm,
} from '../../../bot/domain/projects/project-view.js'
import type { Api, Got } from '../api.js'
import { newId } from '../../chat/new-id.js'

/** What the page is given: as the server has it, with moments as ISO texts. */
export type OneView = AsJson<ProjectView>
export type Matter = OneView['matters'][number]
export type Portfolio = AsJson<PortfolioView>
export type Mine = AsJson<MineView>
export type FiledView = AsJson<FilingView>
export type DraftKind = Draft['kind']
export type KeptDraft = Pick<Draft, 'said' | 'page'>
/** A workbook that was read: the whole plan, and what differs from the one that there is. `unread` are columns that nobody knows. */
export type PlanRead = {
  plan: PlanProposed
  edits: readonly PlanEdit[]
  unread: readonly { sheet: string; column: string }[]
}

/** What became of something that somebody did. `view` is missing for who has just left the project and sees it no more. */
export type Done = { is: 'done'; view?: OneView } | { is: 'not-done'; message?: string }

/** A row of an import that could not be read, in words. */
export type ImportFault = { text: string }

const part = encodeURIComponent
const at = (project: string, ...more: readonly (string | number)[]): string =>
  ['projects/one', part(project), ...more.map((one) => part(one))].join('/')

export type Ways = ReturnType<typeof waysOf>

/** The HTTP of the projects. */
export const waysOf = (api: Api) => ({
  portfolio: (query: string) => api.get<Portfolio>(`projects?${query}`),
  mine: () => api.get<Mine>('projects/mine'),
  people: (text: string) => api.get<{ people: readonly { id: string; name: string }[] }>(`projects/people?text=${part(text)}`),
  register: (registration: Registration) => api.post<OneView>('projects', registration),
  setFrame: (frame: Frame) => api.post<unknown>('projects/frames', frame),
  one: (project: string) => api.get<OneView>(at(project)),
  act: async (project: string, event: ProjectEventSent, seen?: string, key = newId()): Promise<Done> =>
    doneBy(await api.post<Partial<OneView>>(at(project, 'acts'), { event, key, ...(seen === undefined ? {} : { seen }) })),
  filing: (project: string, kind: string, number: number, revision = 1) =>
    api.get<FiledView>(at(project, 'filings', kind, number, revision)),
  /** The newest events; with `before`, those before that one. */
  audit: (project: string, before?: number) =>
    api.get<AsJson<AuditView>>(`${at(project, 'audit')}${before === undefined ? '' : `?before=${before}`}`),
  statusForm: (project: string, week?: string) =>
    api.get<AsJson<StatusForm>>(`${at(project, 'status-form')}${week ? `?week=${week}` : ''}`),
  progressForm: (project: string) => api.get<AsJson<ProgressForm>>(at(project, 'progress-form')),
  draft: (project: string, kind: DraftKind, about: string) =>
    api.get<{ draft: KeptDraft | null }>(`${at(project, 'drafts', kind)}?about=${part(about)}`),
  keepDraft: (project: string, kind: DraftKind, about: string, draft: KeptDraft) =>
    api.post<{ until: Day }>(`${at(project, 'drafts', kind)}?about=${part(about)}`, draft),
  keepDraftLeaving: (project: string, kind: DraftKind, about: string, draft: KeptDraft) =>
    api.postLeaving<unknown>(`${at(project, 'drafts', kind)}?about=${part(about)}`, draft),
  dropDraft: (project: string, kind: DraftKind, about: string) =>
    api.post<unknown>(`${at(project, 'drafts', kind, 'drop')}?about=${part(about)}`, {}),
  importPlan: (project: string, file: Blob) => api.post<PlanRead>(at(project, 'import'), file),
  /** The bytes of a paper; undefined when it could not be fetched. */
  paper: (path: string) => api.file(`/staff/api/projects/${path}`),
})

/** Papers that are made of one filed thing, by its number. */
export const paperPath = (project: string, paper: string, number: number, format: 'pdf' | 'docx'): string =>
  `one/${part(project)}/papers/${paper}?number=${number}&format=${format}`
export const sheetPath = (project: string, format: 'xlsx' | 'csv', of?: string): string =>
  `one/${part(project)}/sheets/plan?format=${format}${of ? `&part=${of}` : ''}`
export const templatePath = (project: string): string => `one/${part(project)}/sheets/template`
export const recordsPath = (project: string): string => `one/${part(project)}/records`

function doneBy(got: Got<Partial<OneView>>): Done {
  if (got.is === 'ok') return got.body.id === undefined ? { is: 'done' } : { is: 'done', view: got.body as OneView }
  return { is: 'not-done', message: got.message }
}

type Told = { code?: string; faults?: readonly ImportFault[]; total?: number }
const errorIn = (body: unknown): Told | undefined => (body as { error?: Told } | undefined)?.error
/** What the server calls what stands in the way. */
export const codeIn = (got: Got<unknown>): string | undefined => (got.is === 'trouble' ? errorIn(got.body)?.code : undefined)
/** What was wrong with a file that was to be imported, row by row; how many there are in all. */
export const faultsIn = (got: Got<unknown>): { faults: readonly ImportFault[]; total: number } => {
  const error = got.is === 'trouble' ? errorIn(got.body) : undefined
  return { faults: error?.faults ?? [], total: error?.total ?? error?.faults?.length ?? 0 }
}
