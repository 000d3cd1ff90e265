import { describe, expect, it } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import type { RequestRevision } from '../../../bot/domain/projects/change-request.js'
import type { Minutes } from '../../../bot/domain/projects/meeting.js'
import type { Plan } from '../../../bot/domain/projects/plan.js'
import type { ProgressReport } from '../../../bot/domain/projects/progress-report.js'
import type { Filing } from '../../../bot/domain/projects/stepped.js'
import { decisionPaper } from '../../../bot/papers/decision-paper.js'
import { minutesPaper } from '../../../bot/papers/minutes-paper.js'
import { paperPdf } from '../../../bot/papers/paper-pdf.js'
import { paperWord } from '../../../bot/papers/paper-word.js'
import type { Paper } from '../../../bot/papers/paper.js'
import { progressPaper } from '../../../bot/papers/progress-paper.js'
import { projectPlanPaper } from '../../../bot/papers/project-plan-paper.js'
import { requestPaper } from '../../../bot/papers/request-paper.js'
import { tellerIn } from '../../fixtures/papers.js'
import { aRequest, meet, running, WHO, type Play } from '../../fixtures/project.js'
import { pdfIn, type TagRead } from '../../fixtures/read-pdf.js'

const AT = new Date('2027-02-01T09:00:00Z')
const LONG = 'Upphandlingen är överklagad, så avtalet kan inte skrivas på. '.repeat(60).trim()

/** A request that is approved with conditions at a meeting, where somebody has an interest; then a red month. */
function lived(): Play {
  const game = running({ recordNumber: '2027-0123' })
  game.act('manager', { kind: 'change-requested', said: aRequest({ why: LONG }) })
  game.act('anna', { kind: 'conflict-declared', matter: game.project.matters[0]!.number })
  meet(game, () => {
    for (const who of ['chair', 'vice', 'bo'] as const)
      if (game.project.matters.length > 0)
        game.vote(who, 'approve-with-conditions', { motive: 'Det behövs', conditions: 'Rapportera varje vecka' })
  })
  const light = { light: 'green', trend: 'same' } as const
  const red = { light: 'red', trend: 'worse', comment: 'Två veckor sena\nmed avtalet' } as const
  const said = {
    done: 'Anbuden är öppnade',
    next: 'Avtal',
    lights: { time: light, cost: light, quality: light, scope: light, risk: light },
  }
  game.passDays(20)
  game.act('manager', { kind: 'progress-published', said })
  game.passDays(28)
  game.act('manager', {
    kind: 'progress-published',
    said: { ...said, lights: { ...said.lights, time: red }, withRisks: true, decisionsWanted: ['Mer tid'] },
  })
  return game
}

const game = lived()
const { project } = game
const body = (kind: Filing['kind']): unknown[] =>
  game.filings.filter((filing) => filing.kind === kind).map((filing) => filing.body)
const [minutes, ofRequest] = [body('minutes').at(-1) as Minutes, body('change-request')[0] as RequestRevision]
const [before, report] = body('progress-report') as ProgressReport[]
const decision = project.decisions.find(({ subject }) => subject.kind === 'change-request')!
const sv = tellerIn('sv')

const PAPERS: Record<string, Paper> = {
  minutes: minutesPaper({ project, minutes, meeting: { at: '09:00', place: 'Stadshuset' } }, sv),
  signed: minutesPaper({ project, minutes, signed: { by: WHO.chair, at: AT } }, sv),
  progress: progressPaper({ project, report: report!, before: before! }, sv),
  request: requestPaper({ project, request: ofRequest, content: (body('plan')[0] as Plan).content }, sv),
  decision: decisionPaper({ project, decision, request: ofRequest }, sv),
  plan: projectPlanPaper({ project, plan: project.plan! }, sv),
}
const SAYS: Record<keyof typeof PAPERS, readonly string[]> = {
  minutes: [
    'Styrgruppsprotokoll 2',
    'P-2027-001 Social systems',
    '2027-0123',
    'kl. 09:00',
    'Test chair, Test anna, Test bo, Test manager',
    'Frånvarande från styrgruppen Test vice',
    'Test anna deltog inte i: Ändringsbegäran 1, revision 1: Two weeks more',
    'Godkänt med villkor: 3 (Test chair, Test vice, Test bo)',
    'Test chair: Det behövs',
    'Rapportera varje vecka',
    'Protokollet är inte justerat.',
    minutes.hash,
  ],
  signed: ['Justerat av Test chair, 1 februari 2027 kl. 10:00.'],
  progress: [
    'Tid: från grönt till rött',
    'Två veckor sena',
    'med avtalet',
    '1 050 000 kr',
    'ingen ändring',
    'Late supplier',
    'Penalty',
    'Mer tid',
    'Test manager',
  ],
  request: [
    LONG.slice(-50),
    'Milstolpar, Procured: Datum: 30 juni 2027 → 14 juli 2027',
    'Fewer requirements',
    'The tender is cancelled',
    'The contract is two weeks later',
    ofRequest.hash,
  ],
  decision: [
    'Beslutat av Styrgruppen',
    'På möte 2',
    'I protokoll 2',
    'Deltog inte på grund av jäv Test anna',
    ofRequest.hash,
    decision.hash,
  ],
  plan: [
    'Projektplan, revision 2',
    'Ändringsbegäran 1, beslut',
    'Licences',
    '1 000 000 kr',
    'Intern tid',
    'install',
    '14 juli 2027',
  ],
}
const allTags = (tags: readonly TagRead[]): TagRead[] => tags.flatMap((tag) => [tag, ...allTags(tag.children)])
const plain = (words: string): string => words.replace(/[\s\u00a0\u202f]+/g, ' ')

describe.each(Object.keys(PAPERS))('the paper %s', (name) => {
  const paper = PAPERS[name]!

  it('is a PDF that can be read aloud, with everything that it tells', async () => {
    const pdf = await pdfIn(await paperPdf(paper, AT))
    expect(pdf).toMatchObject({ title: paper.title, language: 'sv', isTagged: true })
    const roles = allTags(pdf.tags).map(({ role }) => role)
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1)
    for (const role of ['H2', 'P', 'L', 'LI', 'Lbl', 'LBody']) expect(roles).toContain(role)
    for (const told of SAYS[name]!) expect(plain(pdf.text)).toContain(plain(told))
    expect(pdf.text).toContain('Sida 1 av')
  })

  it('is a Word document with real headings, tables and its language, with the same words', async () => {
    const files = unzipSync(await paperWord(paper))
    const xml = strFromU8(files['word/document.xml']!)
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(1)
    expect(xml.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(paper.parts.length)
    const tables = paper.parts.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'))
    expect(xml.match(/<w:tbl>/g) ?? []).toHaveLength(tables.length)
    expect(xml.match(/<w:tblHeader\/>/g) ?? []).toHaveLength(tables.length)
    expect(strFromU8(files['word/styles.xml']!)).toContain('<w:lang w:val="sv-SE"/>')
    expect(strFromU8(files['docProps/core.xml']!)).toContain(`<dc:title>${paper.title}</dc:title>`)
    const words = plain(
      xml
        .replace(/<w:tab\/>/g, ' ')
        .replace(/<\/w:p>/g, ' ')
        .replace(/<[^>]+>/g, ''),
    )
    for (const told of SAYS[name]!) expect(words).toContain(plain(told))
  })
})

describe('papers', () => {
  it('are made of the same bytes when they are made again', async () => {
    const [one, other] = [await paperPdf(PAPERS['minutes']!, AT), await paperPdf(PAPERS['minutes']!, AT)]
    expect(one.equals(other)).toBe(true)
  })

  it('say so where a PDF has not all letters, and only there', async () => {
    const note = 'Några tecken går inte att visa i den här filen.'
    const told = async (notes: string) =>
      (await pdfIn(await paperPdf(minutesPaper({ project, minutes: { ...minutes, notes } }, sv), AT))).text
    expect(await told('Avtal → Göteborg, ”citat”, Αθήνα, Київ')).not.toContain(note)
    expect(await told('Tack 😀')).toContain(note)
    expect(await told('عقد')).toContain(note)
  })

  it('are in the language of whoever asks', async () => {
    const pdf = await pdfIn(await paperPdf(decisionPaper({ project, decision }, tellerIn('en')), AT))
    expect(pdf).toMatchObject({ title: `Decision ${decision.number}`, language: 'en' })
    expect(pdf.text).toContain('Approved with conditions')
  })

  it('carry what XML cannot without being broken by it', async () => {
    const odd = { ...minutes, notes: 'före\u0000\u0008efter <w:p> & ]]> \ud800 slut' }
    const files = unzipSync(await paperWord(minutesPaper({ project, minutes: odd }, sv)))
    const xml = strFromU8(files['word/document.xml']!)
    expect(xml).toContain('föreefter &lt;w:p&gt; &amp; ]]&gt;')
    expect(xml).not.toMatch(/[\u0000-\u0008\ud800]/)
  })
})
