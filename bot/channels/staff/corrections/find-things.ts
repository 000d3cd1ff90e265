import { findableOf } from '../../../domain/content/findables.js'
import type { CorrectableKind } from '../../../domain/corrections/fields.js'
import { searched, type CorrectableThing } from '../../../domain/corrections/search.js'
import type { FoundView } from '../../../domain/corrections/view.js'
import { contentLanguage, type InEveryLanguage } from '../../../domain/language.js'
import type { Asking, Serve } from './needs.js'

const AT_MOST = 20
const LONGEST = 200
type Thing = { kind: CorrectableKind; thing: CorrectableThing & { for?: InEveryLanguage; summary?: InEveryLanguage } }

/** GET /staff/api/corrections/found?q=: things by name, number or address; where none has it, those that the bot would find. */
export const findThings: Serve = async (asking) => {
  const { needs, query, language } = asking
  const asked = (query.get('q') ?? '').slice(0, LONGEST).trim()
  const words = contentLanguage(language)
  const isCorrected = new Set(
    [...needs.knowledge.sources().states.values()].flatMap(({ standing, history }) => {
      const [first] = history
      return first && standing === 'corrected' ? [`${first.kind}/${first.entry}`] : []
    }),
  )
  const written: Thing[] = searched(needs.content(), asked, AT_MOST)
  const things = written.length > 0 || asked === '' ? written : foundByBot(asking, asked)
  const found = things.slice(0, AT_MOST).map(({ kind, thing }): FoundView => {
    const about = (thing.summary ?? thing.for)?.[words]
    const shown = { kind, id: thing.id, name: thing.name[words], ...(about ? { about } : {}) }
    return { ...shown, isCorrected: isCorrected.has(`${kind}/${thing.id}`) }
  })
  return { status: 200, body: { found } }
}

const KIND_OF = { service: 'services', permit: 'permits', 'other-authority': 'other-authorities' } as const

function foundByBot({ needs, language }: Asking, asked: string): Thing[] {
  return needs.find(asked, language).flatMap(({ id }): Thing[] => {
    const found = findableOf(needs.content(), id)
    return found && found.kind !== 'business-type' ? [{ kind: KIND_OF[found.kind], thing: found.thing }] : []
  })
}
