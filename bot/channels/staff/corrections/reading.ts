import { nameOfField, type Correction } from '../../../domain/corrections/correction.js'
import { isCorrectable } from '../../../domain/corrections/fields.js'
import { IS_UNDECIDED } from '../../../domain/corrections/standing.js'
import { correctionView, fieldView, type OverviewView, type ThingView } from '../../../domain/corrections/view.js'
import { contentLanguage } from '../../../domain/language.js'
import { namesFor, fieldsShown } from './names.js'
import type { Asking, Serve } from './needs.js'
import { refused } from './refused.js'

const RECENT = 30

/** GET /staff/api/corrections: what somebody has to decide about, and what was corrected last. */
export const readOverview: Serve = async (asking) => {
  const { corrections, states } = asking.needs.knowledge.sources()
  const names = await namesFor(asking)
  const fieldOf = (correction: Correction) => states.get(nameOfField(correction))
  const newest = [...new Map(corrections.map((correction) => [nameOfField(correction), correction])).values()]
  const body: OverviewView = {
    undecided: newest.flatMap((correction) => {
      const state = fieldOf(correction)
      return state && IS_UNDECIDED[state.standing] ? [fieldView(state, correction, names)] : []
    }),
    recent: corrections
      .slice(-RECENT)
      .reverse()
      .map((correction) => correctionView(correction, fieldOf(correction) ?? { history: [] }, names)),
    gone: newest
      .filter((correction) => !fieldOf(correction) && correction.after.is !== 'file')
      .map(({ kind, entry, field }) => ({ kind, entry, field })),
  }
  return { status: 200, body }
}

/** GET /staff/api/corrections/thing?kind=&id=: everything about one thing that can be corrected. */
export const readThing: Serve = async (asking) => {
  const kind = asking.query.get('kind') ?? ''
  const id = asking.query.get('id') ?? ''
  const fields = isCorrectable(kind) ? await fieldsShown(asking, kind, id) : []
  if (!isCorrectable(kind) || fields.length === 0) return refused(asking, 'no-such-thing', {}, 404)
  const name = (await namesFor(asking)).thing(kind, id)
  const body: ThingView = { kind, id, name, fields, usedBy: kind === 'contact' ? answersWith(asking, id) : [] }
  return { status: 200, body }
}

/** The services whose answers show a contact point. */
const answersWith = ({ needs, language }: Asking, id: string): string[] =>
  [...needs.content().services.values()]
    .filter(({ contact }) => contact === id)
    .map(({ name }) => name[contentLanguage(language)])
