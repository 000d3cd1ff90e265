import type { AgendaItem, Meeting, Minutes } from '../domain/projects/meeting.js'
import type { Project } from '../domain/projects/project.js'
import { aPaper } from './a-paper.js'
import { decisionBlocks } from './decision-words.js'
import { listed, text, type Block, type Paper, type PaperPart } from './paper.js'
import { decisionLine, matterText } from './subject-words.js'
import { dayText, momentText, namesText, type Teller } from './teller.js'

/** Who signed them and when. */
type Signed = { by: string; at: Date }

/** The minutes of a meeting of the steering group. Until they are signed they say so, and have a line to sign on. */
export function minutesPaper(
  of: { project: Project; minutes: Minutes; meeting?: Pick<Meeting, 'at' | 'place'>; signed?: Signed },
  teller: Teller,
): Paper {
  const { project, minutes, meeting, signed } = of
  const { t, nameOf } = teller
  const fact = (key: string, words: string) => ({ term: t(`papers.fact.${key}`), text: words })
  return aPaper(
    {
      project,
      title: t('papers.minutes.title', { number: minutes.meeting }),
      file: `${t('papers.file.minutes')}-${minutes.meeting}`,
      facts: [
        fact(
          'on',
          meeting
            ? t('papers.day-and-time', { day: dayText(minutes.on, teller), time: meeting.at })
            : dayText(minutes.on, teller),
        ),
        ...(meeting ? [fact('place', meeting.place)] : []),
        fact('led-by', nameOf(minutes.ledBy)),
        fact('there', namesText(minutes.there, teller)),
        fact('absent', namesText(minutes.absent, teller)),
      ],
      parts: [...partsOf(project, minutes, teller), signaturePart(minutes, signed, teller)],
      hash: minutes.hash,
    },
    teller,
  )
}

function partsOf(project: Project, minutes: Minutes, teller: Teller): PaperPart[] {
  const { t, nameOf } = teller
  const part = (key: string, blocks: readonly Block[]): PaperPart => ({ title: t(`papers.minutes.${key}`), blocks })
  const decisions = (numbers: readonly number[]) => project.decisions.filter(({ number }) => numbers.includes(number))
  const [earlier, made] = [decisions(minutes.earlier), decisions(minutes.made)]
  const conflicts = minutes.conflicts.map(({ matter, person }) =>
    t('papers.minutes.conflict', { name: nameOf(person), what: matterText(matter, project, teller) }),
  )
  return [
    part(
      'agenda',
      listed(
        minutes.agenda.map((item) => agendaText(item, project, teller)),
        t('papers.minutes.no-agenda'),
      ),
    ),
    part('conflicts', listed(conflicts, t('papers.minutes.no-conflicts'))),
    part(
      'made',
      made.length > 0 ? made.flatMap((one) => decisionBlocks(one, project, teller)) : [text(t('papers.minutes.none-made'))],
    ),
    ...(earlier.length > 0
      ? [
          part(
            'earlier',
            earlier.flatMap((one) => decisionBlocks(one, project, teller)),
          ),
        ]
      : []),
    part(
      'waiting',
      listed(
        minutes.waiting.map((number) => matterText(number, project, teller)),
        t('papers.minutes.none-waiting'),
      ),
    ),
    ...(minutes.notes === '' ? [] : [part('notes', [text(minutes.notes)])]),
  ]
}

function agendaText(item: AgendaItem, project: Project, teller: Teller): string {
  const { t } = teller
  switch (item.kind) {
    case 'matter':
      return t('papers.agenda.matter', { what: matterText(item.number, project, teller) })
    case 'decision': {
      const decision = project.decisions.find(({ number }) => number === item.number)
      return t('papers.agenda.decision', { what: decision ? decisionLine(decision, project, teller) : item.number })
    }
    case 'own':
      return item.text
    case 'proposed-change':
      return t('papers.agenda.proposed-change')
    default:
      return t(`papers.agenda.${item.kind}`, { number: item.number })
  }
}

function signaturePart({ ledBy }: Minutes, signed: Signed | undefined, teller: Teller): PaperPart {
  const { t, nameOf } = teller
  const blocks: Block[] = signed
    ? [text(t('papers.minutes.signed-by', { name: nameOf(signed.by), at: momentText(signed.at, teller) }))]
    : [
        text(t('papers.minutes.not-signed'), 'strong'),
        { kind: 'signature', under: t('papers.minutes.sign-here', { name: nameOf(ledBy) }) },
      ]
  return { title: t('papers.minutes.signature'), blocks }
}
