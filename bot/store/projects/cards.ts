import type { CardPlace, ProjectStore } from '../../domain/projects/ports.js'
import { asTime, type Sql } from '../conversations/sql.js'
import { withoutNulls } from '../desk/without-nulls.js'

const CARDS = `
  select project, matter, channel, conversation, seq, round, person, at from project_card
  where project = $1 and ($2::int is null or matter = $2::int) order by matter, at, channel, conversation`
// Of two that are placed at once the newer line stays, whichever is written last.
const PLACE = `
  insert into project_card as card (project, matter, channel, conversation, seq, round, person, at)
  values ($1, $2::int, $3, $4, $5::int, $6::int, $7::text, $8::timestamp)
  on conflict (project, matter, channel, conversation) do update set
    seq = excluded.seq, round = excluded.round, person = excluded.person, at = excluded.at
  where (excluded.round, excluded.seq) >= (card.round, card.seq)`
const DROP = 'delete from project_card where project = $1 and matter = $2::int'

/** Where cards about matters are. */
export const cardStore = (sql: Sql): Pick<ProjectStore, 'cards' | 'placeCard' | 'dropCards'> => ({
  cards: async (project, matter) => (await sql<CardPlace>(CARDS, project, matter ?? null)).map(withoutNulls),
  async placeCard({ project, matter, channel, conversation, seq, round, person, at }) {
    await sql(PLACE, project, matter, channel, conversation, seq, round, person ?? null, asTime(at))
  },
  async dropCards(project, matter) {
    await sql(DROP, project, matter)
  },
})
