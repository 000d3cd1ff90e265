import { previewOf } from '../../../cards/corrections/preview.js'
import type { CardWords } from '../../../cards/html/writing.js'
import type { Correction, Wish } from '../../../domain/corrections/correction.js'
import { stillStandsIn } from '../../../domain/corrections/elsewhere.js'
import type { PreviewView } from '../../../domain/corrections/view.js'
import { decided, PreviewAsked, sentAs } from './asked.js'
import { namesFor } from './names.js'
import type { Asking, Serve } from './needs.js'
import { refused, refusedSo } from './refused.js'

/** POST /staff/api/corrections/preview: what a citizen sees now and would see then. Nothing is changed. */
export const preview: Serve = async (asking) => {
  const asked = await sentAs(asking, PreviewAsked)
  if (typeof asked === 'string') return refused(asking, asked, {}, 400)
  const { language: wished, ...field } = asked
  const found = decided(asking, field)
  if ('why' in found) return refusedSo(asking, found, field)
  const { needs } = asking
  const language = needs.config.languages.includes(wished) ? wished : asking.language
  const { correction, state } = found
  const body: PreviewView & { kind: 'preview' } = {
    kind: 'preview',
    ...previewOf(needs.fill, {
      ...{ correction, language, at: needs.now(), t: needs.translate(language), words: wordsIn(asking, language) },
      ...{ before: needs.content(), after: needs.knowledge.tried(correction) },
    }),
    holds: { before: correction.before, after: state.live },
    ...sitesIn(correction, state.live),
    ...(await elsewhereIn(asking, correction, state.live)),
  }
  return { status: 200, body }
}

async function elsewhereIn(asking: Asking, correction: Correction, live: Wish): Promise<Pick<PreviewView, 'elsewhere'>> {
  const found = stillStandsIn(asking.needs.knowledge.sources().entries, correction, live)
  if (found.length === 0) return {}
  const names = await namesFor(asking)
  return { elsewhere: [...new Set(found.map(({ kind, id }) => names.thing(kind, id)))] }
}

const wordsIn = ({ needs }: Asking, language: string): CardWords => {
  const t = needs.translate(language)
  return { language, required: t('page.required'), newWindow: t('page.new-window') }
}

/** Where a link leads to another site than before: that is worth another look. */
function sitesIn({ before }: Correction, live: Wish): Pick<PreviewView, 'sites'> {
  const [one, other] = [siteOf(before), siteOf(live)]
  return one && other && one !== other ? { sites: { before: one, after: other } } : {}
}

function siteOf(wish: Wish): string | undefined {
  const value = wish.is === 'value' ? wish.value : undefined
  const address: unknown = typeof value === 'object' && value !== null && 'url' in value ? value.url : value
  return typeof address === 'string' && URL.canParse(address) ? new URL(address).hostname : undefined
}
