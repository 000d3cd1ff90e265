import type { Draft, ProjectStore } from '../../domain/projects/ports.js'
import { asTime, type Sql } from '../conversations/sql.js'

type Drafts = Pick<ProjectStore, 'draft' | 'drafts' | 'saveDraft' | 'dropDraft'>

const COLUMNS = 'person, project, kind, about, said, page, saved_at as "savedAt"'
const OF = 'person = $1 and project = $2 and kind = $3 and about = $4'
const DRAFT = `select ${COLUMNS} from project_draft where ${OF}`
const DRAFTS = `select ${COLUMNS} from project_draft where person = $1 order by saved_at desc, project, kind, about`
const SAVE = `
  insert into project_draft (person, project, kind, about, said, page, saved_at) values ($1, $2, $3, $4, $5::json, $6::int, $7::timestamp)
  on conflict (person, project, kind, about) do update set said = excluded.said, page = excluded.page, saved_at = excluded.saved_at`
const DROP = `delete from project_draft where ${OF}`

/** What is begun and not sent. */
export const draftStore = (sql: Sql): Drafts => ({
  draft: async ({ person, project, kind, about }) => (await sql<Draft>(DRAFT, person, project, kind, about))[0],
  drafts: (person) => sql<Draft>(DRAFTS, person),
  async saveDraft({ person, project, kind, about, said, page, savedAt }) {
    await sql(SAVE, person, project, kind, about, JSON.stringify(said), page, asTime(savedAt))
  },
  async dropDraft({ person, project, kind, about }) {
    await sql(DROP, person, project, kind, about)
  },
})
