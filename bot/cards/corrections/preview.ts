import type { Content } from '../../domain/content/content.js'
import { changedDays, momentOfDifference, type ChangedDay } from '../../domain/corrections/changed-hours.js'
import type { Correction } from '../../domain/corrections/correction.js'
import type { PreviewView } from '../../domain/corrections/view.js'
import { doorOf } from '../../domain/desk/door.js'
import type { QueueEntry } from '../../domain/desk/queue-entry.js'
import { contentLanguage } from '../../domain/language.js'
import type { Translate } from '../../i18n/translate.js'
import { shutText } from '../desk/told-citizen.js'
import { escapeHtml } from '../escape.js'
import type { CardWords } from '../html/writing.js'
import type { FillCard } from '../templates.js'
import { cardToHtml } from '../to-html.js'
import { entryCard } from './entry-card.js'

export type Previewed = {
  correction: Pick<Correction, 'kind' | 'entry'>
  before: Content
  after: Content
  /** BCP 47, of the citizen. */
  language: string
  t: Translate
  words: CardWords
  at: Date
}

type Shown = Pick<PreviewView, 'before' | 'after' | 'days' | 'moment'>

// More days than these are a new week, which is shown as one.
const DAYS_SHOWN = 14

/** What a citizen sees now and would see with a correction: the real card, or for a queue the real words. */
export function previewOf(fill: FillCard, previewed: Previewed): Shown {
  const { correction, before, after } = previewed
  if (correction.kind === 'queues') return queuePreview(previewed)
  const { kind, entry: id } = correction
  const htmlOf = (content: Content): string => {
    const card = entryCard(fill, kind, { ...previewed, id, content })
    return card ? cardToHtml(card, { activity: 'preview', card: 0, words: previewed.words, headingLevel: 4 }) : ''
  }
  return { before: htmlOf(before), after: htmlOf(after) }
}

function queuePreview(previewed: Previewed): Shown {
  const { correction, before, after, at } = previewed
  const [one, other] = [before, after].map(({ queues }) => queues.get(correction.entry))
  if (!one || !other) return { before: '', after: '' }
  const days = changedDays(one.hours, other.hours, at, DAYS_SHOWN)
  const moment = momentOfDifference(days, at) ?? at
  return {
    before: toldAt(one, moment, previewed),
    after: toldAt(other, moment, previewed),
    days: days.map(({ day, before, after }) => ({ day, before: spansText(before), after: spansText(after) })),
    moment: moment.toISOString(),
  }
}

/** What somebody is told who asks for a person at that moment, when somebody is at work in the hours that are. */
function toldAt(queue: QueueEntry, at: Date, { language, t }: Previewed): string {
  const name = queue.name[contentLanguage(language)]
  const door = doorOf({ ...queue, changes: [] }, at, true)
  const text = door.is === 'open' ? t('desk.waiting', { queue: name }) : shutText(door, { queue: name, at }, { t, language })
  return `<p class="text" lang="${escapeHtml(language)}">${escapeHtml(text)}</p>`
}

const spansText = (spans: ChangedDay['before']): string => spans.map(({ from, to }) => `${from}–${to}`).join(', ')
