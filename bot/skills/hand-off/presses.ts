import { z } from 'zod'
import { LONGEST_SUMMARY } from '../../cards/desk/summary-card.js'
import { deskButtons } from '../../cards/desk/desk-buttons.js'
import { hasEnded } from '../../domain/desk/hand-off.js'
import type { SkillNeeds } from '../needs.js'
import { showSummary } from './ask.js'
import { decide, wordsOf, type About } from './desk-turn.js'
import { showHowItStands } from './how-it-stands.js'
import { askForContact, leaveContact } from './leave-contact.js'

type Pressed = (needs: SkillNeeds, about: About, press: Record<string, unknown>) => void

/** Everything that a citizen can press about a hand-off. */
export const PRESSES: Readonly<Record<string, Pressed>> = {
  'desk.approve': (_, about, press) => approve(about, press),
  'desk.call-back': (needs, about) => askForContact(needs, about, 'call-back'),
  'desk.e-mail': (needs, about) => askForContact(needs, about, 'e-mail'),
  'desk.leave': leaveContact,
  'desk.place': (_, about) => showHowItStands(about),
  'desk.protected': (needs, about) => tellProtected(needs, about),
  'desk.back': (_, about) => backToBot(about),
  'desk.withdraw': (_, about) => void decide(about, { kind: 'withdrawn' }),
  'desk.rate': (_, about, press) => rate(about, press),
}

const Approved = z.object({ summary: z.string().max(LONGEST_SUMMARY).default(''), nothing: z.boolean().default(false) })

function approve(about: About, press: Record<string, unknown>): void {
  const { turn, row } = about
  const parsed = Approved.safeParse(press)
  if (!parsed.success) return void turn.reply({ outcome: 'refused', text: turn.t('errors.old-card') })
  if (row.handOff.situation.status !== 'summary') return showHowItStands(about, 'desk.already')
  const { summary, nothing } = parsed.data
  const { summary: _, about: shown, ...others } = row.briefing
  const kept = nothing
    ? others
    : { ...others, ...(shown ? { about: shown } : {}), ...(summary.trim() ? { summary: summary.trim() } : {}) }
  decide(about, { kind: 'approved' }, { briefing: kept })
}

function tellProtected(needs: SkillNeeds, about: About): void {
  const { turn, seen, row } = about
  const stepped = decide(about, { kind: 'protected-told' })
  const queue = seen.now.queues.get(row.handOff.place.queue)
  if (stepped.kind === 'moved' && stepped.handOff.situation.status === 'summary' && queue)
    showSummary(needs, turn, seen, { asked: stepped.handOff, queue })
}

function backToBot(about: About): void {
  const { turn, row } = about
  const { status } = row.handOff.situation
  const stepped = decide(about, { kind: 'back-to-bot' })
  if (stepped.kind === 'moved' && status === 'summary')
    turn.reply({ outcome: 'handed-off', text: turn.t('desk.summary.cancelled') })
}

const Rated = z.object({ answer: z.enum(['yes', 'no', 'skip']) })

function rate(about: About, press: Record<string, unknown>): void {
  const { turn, row } = about
  const parsed = Rated.safeParse(press)
  if (!parsed.success) return void turn.reply({ outcome: 'refused', text: turn.t('errors.old-card') })
  const { situation } = row.handOff
  if ('rated' in situation && situation.rated) return void turn.reply({ outcome: 'feedback', text: turn.t('desk.rate.again') })
  const { answer } = parsed.data
  if (answer === 'skip') return void turn.reply({ outcome: 'feedback', text: turn.t('desk.rate.skipped') })
  const stepped = decide(about, { kind: 'rated', answer })
  if (stepped.kind === 'moved') turn.reply({ outcome: 'feedback', text: turn.t('desk.rate.thanks') })
}

/** A card of a hand-off that has ended, or is not known: said as it is, with a way to ask anew. */
export function explainOld(about: Pick<About, 'turn'>): void {
  const { t } = about.turn
  about.turn.reply({
    outcome: 'refused',
    text: t('desk.old'),
    suggestions: [{ title: t('menu.person'), press: { verb: 'person' } }],
  })
}

export const isOver = ({ row }: Pick<About, 'row'>): boolean => hasEnded(row.handOff.situation)
export const placeButton = ({ turn, row }: Pick<About, 'turn' | 'row'>) => deskButtons(row, wordsOf(turn), ['place'])
