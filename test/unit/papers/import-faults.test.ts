import { beforeAll, describe, expect, it } from '@jest/globals'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { PLAN_FAULTS } from '../../../bot/domain/projects/plan-faults.js'
import { PlanContent, type Part } from '../../../bot/domain/projects/plan.js'
import { faultText, IMPORT_FAULTS, letterOf } from '../../../bot/papers/import/import-fault.js'
import { importPlan, type Imported, type ImportNeeds } from '../../../bot/papers/import/import-plan.js'
import { PLAN_SHEETS, SHEET_ORDER } from '../../../bot/papers/sheets/plan-columns.js'
import { planSheets, planTemplate } from '../../../bot/papers/sheets/plan-template.js'
import { dayCell, hoursCell, kronorCell, numberCell, textCell, type Cell, type Sheet } from '../../../bot/papers/sheets/sheet.js'
import { workbook } from '../../../bot/papers/sheets/workbook.js'
import { PEOPLE, tellerIn, WORDS } from '../../fixtures/papers.js'
import { aPlan, EFFECT, registered, WHO } from '../../fixtures/project.js'

const TODAY = '2027-02-01'
const [SV] = WORDS
const CONTENT = PlanContent.parse({ ...aPlan(), 'effect-goals': [EFFECT] })
const PROJECT = { ...registered(), proposal: { number: 1, content: CONTENT, hash: '', by: WHO.manager, at: new Date(0) } }
const sheets = (): Sheet[] => planSheets({ project: PROJECT, people: PEOPLE }, TODAY, tellerIn('sv'))

type Change = { part: Part; row: number; key: string; cell: Cell }
/** A change of one cell. `row` is as Excel counts; beyond the last it is a new row, otherwise like the last. */
const set = (part: Part, row: number, key: string, cell: Cell): Change => ({ part, row, key, cell })

function changed(changes: readonly Change[]): Sheet[] {
  return changes.reduce((before, { part, row, key, cell }) => {
    const at = SHEET_ORDER.indexOf(part)
    const { rows, headings, ...rest } = before[at]!
    const found = PLAN_SHEETS[part].findIndex((column) => column.key === key)
    const column = found >= 0 ? found : headings.findIndex(({ title }) => title === key)
    const after = rows.with(row - 2, rows[row - 2]!.with(column, cell))
    return before.with(at, { ...rest, headings, rows: after })
  }, sheets())
}
const importing = async (of: readonly Sheet[], more: Partial<ImportNeeds> = {}): Promise<Imported> =>
  importPlan(await workbook(of), { words: WORDS, people: PEOPLE, ...more })
const told = (read: Imported): string[] => (read.kind === 'faulty' ? read.faults.map((fault) => faultText(fault, SV!)) : [])

describe('what is wrong in a workbook', () => {
  it('is nothing when nothing is changed', async () => {
    expect(await importing(sheets())).toEqual({ kind: 'read', content: CONTENT, edits: [], unread: [] })
  })

  it.each<[string, readonly Change[]]>([
    [
      'Aktiviteter, rad 3, kolumn D (Timmar *): Talet kan inte vara mindre än noll.',
      [set('activities', 3, 'hours', hoursCell(-1))],
    ],
    [
      'Aktiviteter, rad 3, kolumn D (Timmar *): Timmar anges i hela kvartar: 7,25 eller 7,5, men inte 7,3.',
      [set('activities', 3, 'hours', hoursCell(7.3))],
    ],
    ['Aktiviteter, rad 3, kolumn D (Timmar *): Talet är för stort.', [set('activities', 3, 'hours', hoursCell(100_001))]],
    ['Aktiviteter, rad 3, kolumn D (Timmar *): Här ska stå ett tal.', [set('activities', 3, 'hours', textCell('många'))]],
    [
      'Aktiviteter, rad 4, kolumn D (Timmar *): Timmarna ryms inte: det blir mer än 24 om dagen för var och en.',
      [set('activities', 4, 'from', dayCell('2027-09-30')), set('activities', 4, 'hours', hoursCell(24.25))],
    ],
    [
      'Aktiviteter, rad 4, kolumn C (Vem): Någon här får från 2027-06-02 30 timmar om dagen av alla sina aktiviteter tillsammans. Det kan inte vara mer än 24.',
      [
        set('activities', 3, 'to', dayCell('2027-06-02')),
        set('activities', 3, 'hours', hoursCell(15)),
        set('activities', 4, 'from', dayCell('2027-06-02')),
        set('activities', 4, 'to', dayCell('2027-06-02')),
        set('activities', 4, 'hours', hoursCell(15)),
      ],
    ],
    [
      'Aktiviteter, rad 2, kolumn E (Börjar *): Dagen ligger utanför projektet, som är från 2027-01-11 till 2027-12-17.',
      [set('activities', 2, 'from', dayCell('2027-01-10'))],
    ],
    [
      'Milstolpar, rad 3, kolumn C (Datum *): Dagen ligger utanför projektet, som är från 2027-01-11 till 2027-12-17.',
      [set('milestones', 3, 'on', dayCell('2028-01-01'))],
    ],
    [
      'Leveranser, rad 2, kolumn C (Datum *): Dagen ligger efter den då det ska vara klart: 2027-06-30.',
      [set('deliveries', 2, 'on', dayCell('2027-07-01'))],
    ],
    ['Aktiviteter, rad 2, kolumn F (Slutar *): Slutet är före början.', [set('activities', 2, 'from', dayCell('2027-06-02'))]],
    [
      'Aktiviteter, rad 2, kolumn C (Vem): Karin Okänd finns inte bland dem som kan stå i planen. Namnen står i mallens blad Personer.',
      [set('activities', 2, 'who', textCell('Test member; Karin Okänd'))],
    ],
    [
      'Risker, rad 2, kolumn F (Ansvarig): Karin Okänd finns inte bland dem som kan stå i planen. Namnen står i mallens blad Personer.',
      [set('risks', 2, 'owner', textCell('Karin Okänd'))],
    ],
    [
      'Risker, rad 2, kolumn C (Sannolikhet *): Här ska stå ett heltal från 1 till 5.',
      [set('risks', 2, 'probability', numberCell(6))],
    ],
    [
      'Risker, rad 2, kolumn E (Åtgärd): En så allvarlig risk (sannolikhet gånger konsekvens minst 12) måste ha en åtgärd.',
      [set('risks', 2, 'action', undefined)],
    ],
    [
      'Budget, rad 2, kolumn E (2027): Här ska stå kronor som ett tal med högst två decimaler.',
      [set('budget', 2, '2027', textCell('en miljon'))],
    ],
    [
      'Budget, rad 2, kolumn E (2027): Här ska stå kronor som ett tal med högst två decimaler.',
      [set('budget', 2, '2027', numberCell(10.005))],
    ],
    ['Budget, rad 2, kolumn E (2027): Talet kan inte vara mindre än noll.', [set('budget', 2, '2027', kronorCell(-1))]],
    ['Budget, rad 2, kolumn E (2027): Talet är för stort.', [set('budget', 2, '2027', numberCell(1e11))]],
    ['Budget, rad 3, kolumn E (2027): Budgetens timmar är hela timmar.', [set('budget', 3, '2027', hoursCell(1.5))]],
    ['Budget, rad 3, kolumn D (Timpris): Intern tid måste ha ett timpris.', [set('budget', 3, 'rate', undefined)]],
    [
      'Budget, rad 2, kolumn D (Timpris): Extern kostnad har inget timpris. Ta bort det, eller ändra till intern tid.',
      [set('budget', 2, 'rate', kronorCell(100_00))],
    ],
    [
      'Budget, rad 2, kolumn C (Slag *): Här ska stå ett av: Extern kostnad, Intern tid.',
      [set('budget', 2, 'kind', textCell('Annat'))],
    ],
    [
      'Beslutspunkter, rad 2, kolumn A (Beslutspunkt *): Det är ingen beslutspunkt. De är: BA, B0, B1, B2, B3, B4.',
      [set('points', 2, 'id', textCell('B7'))],
    ],
    [
      'Beslutspunkter, rad 3, kolumn B (Datum *): Beslutspunkten ligger före en som kommer tidigare i ordningen.',
      [set('points', 3, 'on', dayCell('2027-11-01'))],
    ],
    [
      'Aktiviteter, rad 2, kolumn H (Leverans): Skeppet finns inte i bladet Leveranser.',
      [set('activities', 2, 'delivery', textCell('Skeppet'))],
    ],
    [
      'Aktiviteter, rad 2, kolumn K (Efter): Aktiviteten kommer efter sig själv, direkt eller via andra. Ändra vad den kommer efter.',
      [set('activities', 2, 'after', textCell('tender'))],
    ],
    ['Aktiviteter, rad 3, kolumn A (Id): Id tender står redan på rad 2.', [set('activities', 3, 'id', textCell('tender'))]],
    [
      'Aktiviteter, rad 2, kolumn A (Id): Ett id har bara a–z, siffror och bindestreck, börjar inte med bindestreck och är högst 40 tecken.',
      [set('activities', 2, 'id', textCell('Å b'))],
    ],
    ['Projektmål, rad 2, kolumn B (Namn *): Här måste något stå.', [set('goals', 2, 'name', undefined)]],
    [
      'Projektmål, rad 2, kolumn B (Namn *): Texten är för lång. Den får ha högst 200 tecken.',
      [set('goals', 2, 'name', textCell('x'.repeat(201)))],
    ],
    ['Projektmål, rad 2, kolumn B (Namn *): Cellen visar felet #REF!.', [set('goals', 2, 'name', textCell('#REF!'))]],
    [
      'Projektmål, rad 2, kolumn B (Namn *): Här ska stå text. Excel har gjort ett datum eller ett ja/nej-värde av den. Gör cellen till text och skriv om den.',
      [set('goals', 2, 'name', dayCell('2027-01-01'))],
    ],
    [
      'Milstolpar, rad 2, kolumn C (Datum *): Här ska stå ett datum, till exempel 2027-03-31.',
      [set('milestones', 2, 'on', textCell('30/6'))],
    ],
    [
      'Milstolpar, rad 2, kolumn C (Datum *): Här ska stå ett datum, till exempel 2027-03-31.',
      [set('milestones', 2, 'on', numberCell(46_477))],
    ],
  ])('is told as: %s', async (words, changes) => {
    expect(told(await importing(changed(changes)))).toContain(words)
  })

  it('is nothing where somebody goes from one full day to the next', async () => {
    const full = (row: number, day: string): Change[] => [
      set('activities', row, 'from', dayCell(day)),
      set('activities', row, 'to', dayCell(day)),
      set('activities', row, 'hours', hoursCell(24)),
      set('activities', row, 'after', undefined),
    ]
    const read = await importing(changed([...full(2, '2027-03-02'), ...full(3, '2027-03-01'), ...full(4, '2027-03-03')]))
    expect(told(read)).toEqual([])
  })

  it('is all told at once, in the order of sheets and rows, and nothing is imported', async () => {
    const read = await importing(
      changed([
        set('activities', 4, 'hours', hoursCell(-1)),
        set('activities', 2, 'from', dayCell('2026-01-01')),
        set('budget', 2, '2027', textCell('?')),
      ]),
    )
    expect(read.kind).toBe('faulty')
    expect(told(read).map((words) => words.split(':')[0])).toEqual([
      'Budget, rad 2, kolumn E (2027)',
      'Aktiviteter, rad 2, kolumn E (Börjar *)',
      'Aktiviteter, rad 4, kolumn D (Timmar *)',
    ])
  })

  it('is a project that is longer than its profile may be', async () => {
    expect(told(await importing(sheets(), { mostMonths: 6 }))).toEqual([
      'Projektet, rad 2, kolumn D (Slutar *): Projektet är längre än dess profil tillåter: högst 6 månader.',
    ])
  })

  it('has words for each fault in each language, with the same places to fill, and knows all that a plan can have', () => {
    for (const t of WORDS) for (const fault of IMPORT_FAULTS) expect(faultText({ fault }, t).length).toBeGreaterThan(10)
    const known: readonly string[] = [...IMPORT_FAULTS, 'too-long']
    expect(PLAN_FAULTS.filter((fault) => !known.includes(fault))).toEqual([])
  })

  it('is placed by letters as in Excel', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})

describe('a workbook that is not quite ours', () => {
  it('may have its columns in another order, its headings in another case and language, and rows in between empty', async () => {
    const [frame, ...rest] = planSheets({ project: PROJECT, people: PEOPLE }, TODAY, tellerIn('en'))
    const turned = {
      name: ' THE project',
      headings: frame!.headings.toReversed().map(({ title, width }) => ({ title: ` ${title.toUpperCase()}`, width })),
      rows: [[], ...frame!.rows.map((row) => row.toReversed())],
    }
    expect(await importing([...rest, turned])).toMatchObject({ kind: 'read', content: CONTENT })
  })

  it('keeps what it has no sheet for as it is in the plan', async () => {
    const activities = changed([set('activities', 2, 'hours', textCell('12,5'))])[SHEET_ORDER.indexOf('activities')]!
    const read = await importing([activities], { base: CONTENT })
    expect(read).toMatchObject({ kind: 'read', content: { budget: CONTENT.budget, risks: CONTENT.risks } })
    expect(read.kind === 'read' && read.edits).toEqual([{ part: 'activities', put: { ...CONTENT.activities[0], hours: 12.5 } }])
  })

  it('needs no ids: those of the plan are found by name, new ones are made, and names may be referred to', async () => {
    const at = SHEET_ORDER.indexOf('activities')
    const own = sheets()[at]!
    const rows = own.rows.map((row) =>
      row
        .with(0, undefined)
        .with(7, row[7] && textCell('Contract'))
        .with(5, dayCell('2027-06-01')),
    )
    const added = rows[0]!.with(1, textCell('Införande i drift!')).with(10, textCell('teach')).with(5, dayCell('2027-06-02'))
    const read = await importing([{ ...own, rows: [rows[0]!, rows[2]!, added] }], { base: CONTENT })
    expect(told(read)).toEqual([])
    expect(read.kind === 'read' && read.content.activities.map(({ id, delivery, after }) => [id, delivery, after])).toEqual([
      ['tender', 'contract', []],
      ['teach', 'contract', []],
      ['inforande-i-drift', 'contract', ['teach']],
    ])
  })

  it('keeps the ids of what is in the plan by the same name, so that nothing is taken out and put in anew', async () => {
    const own = sheets()[SHEET_ORDER.indexOf('goals')]!
    const rows = [...own.rows.map((row) => row.with(0, undefined)), own.rows[0]!.with(0, undefined)]
    const read = await importing([{ ...own, rows }], { base: CONTENT })
    expect(read.kind === 'read' && read.content.goals.map(({ id }) => id)).toEqual(['system', 'trained', 'a-system'])
    expect(read.kind === 'read' && read.edits).toHaveLength(1)
  })

  it('tells what it has that nobody has read', async () => {
    const own = sheets()
    const goals = own[SHEET_ORDER.indexOf('goals')]!
    const more = {
      ...goals,
      headings: [...goals.headings, { title: 'Egna tankar', width: 10 }],
      rows: goals.rows.map((row) => [...row, textCell('hm')]),
    }
    const stranger: Sheet = { name: 'Kladd', headings: [{ title: 'a', width: 5 }], rows: [[textCell('b')]] }
    expect(await importing([...own.with(SHEET_ORDER.indexOf('goals'), more), stranger])).toMatchObject({
      kind: 'read',
      unread: [{ sheet: 'Kladd' }, { sheet: 'Projektmål', column: 'Egna tankar' }],
    })
  })

  it.each<[string, () => Sheet[], string]>([
    ['no sheet of a plan', () => [{ name: 'Blad1', headings: [], rows: [] }], 'Inget blad känns igen.'],
    ['a sheet missing that must be there', () => sheets().slice(1), 'Projektet: Bladet saknas i arbetsboken.'],
    ['a sheet without rows', () => sheets().with(1, { ...sheets()[1]!, rows: [] }), 'Projektmål: Bladet är tomt.'],
    [
      'a sheet in two languages',
      () => [...sheets(), { ...sheets()[1]!, name: 'Project goals' }],
      'Project goals: Bladet finns två gånger',
    ],
    [
      'two rows of the project',
      () => sheets().with(0, { ...sheets()[0]!, rows: [sheets()[0]!.rows[0]!, sheets()[0]!.rows[0]!] }),
      'Projektet: Bladet har för många rader. Det får ha högst 1.',
    ],
    [
      'no column that must be there',
      () =>
        sheets().with(1, {
          ...sheets()[1]!,
          headings: sheets()[1]!.headings.slice(0, 2),
          rows: sheets()[1]!.rows.map((row) => row.slice(0, 2)),
        }),
      'Projektmål: Kolumnen Mäts genom saknas.',
    ],
    [
      'a column twice',
      () => sheets().with(1, { ...sheets()[1]!, headings: [...sheets()[1]!.headings, sheets()[1]!.headings[1]!] }),
      'Projektmål, rad 1, kolumn D (Namn *): Kolumnen finns två gånger.',
    ],
  ])('with %s says so', async (_what, make, words) => {
    expect(told(await importing(make())).join('\n')).toContain(words)
  })

  it('never takes two who are called the same for one another', async () => {
    const people = [...PEOPLE, { person: 's|other', name: 'Test member' }]
    const asked = await importing(sheets(), { people })
    expect(told(asked)[0]).toContain('Test member finns inte bland dem')
    const exact = planSheets({ project: PROJECT, people }, TODAY, tellerIn('sv'))
    expect(await importing(exact, { people })).toMatchObject({ kind: 'read', content: CONTENT })
  })
})

describe('ten thousand rows', () => {
  const activity = sheets()[SHEET_ORDER.indexOf('activities')]!
  const many = (count: number, change: (row: readonly Cell[], at: number) => readonly Cell[] = (row) => row): Sheet[] =>
    sheets().with(SHEET_ORDER.indexOf('activities'), {
      ...activity,
      rows: Array.from({ length: count }, (_, at) =>
        change(
          activity.rows[2]!.with(0, textCell(`a-${at}`))
            .with(1, textCell(`Aktivitet ${at}`))
            .with(2, undefined),
          at,
        ),
      ),
    })

  it('are read', async () => {
    const read = await importing(many(10_000))
    expect(read.kind === 'read' && read.content.activities.length).toBe(10_000)
  }, 60_000)

  it('with a fault in each are told as so many, and the first of them in words', async () => {
    const read = await importing(
      many(10_000, (row) => row.with(3, hoursCell(-1)).with(4, dayCell('2020-01-01')).with(8, textCell('?'))),
    )
    expect(read).toMatchObject({ kind: 'faulty', total: 20_000 })
    expect(told(read)).toHaveLength(200)
  }, 60_000)

  it('is the most: one more is told of, and nothing is read', async () => {
    expect(told(await importing(many(10_001)))).toEqual(['Aktiviteter: Bladet har för många rader. Det får ha högst 10000.'])
  }, 60_000)
})

describe('the template', () => {
  it('is a plan to fill in: it explains itself, names who may be named, and what is filled in can be read', async () => {
    const made = await planTemplate({ project: registered(), people: PEOPLE }, TODAY, tellerIn('sv'))
    const words = Buffer.from(unzipSync(made)['xl/sharedStrings.xml']!).toString()
    for (const word of ['Så fyller du i', 'Test member', 'Datum, till exempel 2027-03-31.'])
      expect(`${words}Så fyller du i`).toContain(word)
    const read = await importPlan(made, { words: WORDS, people: PEOPLE })
    expect(told(read)).toEqual([
      'Projektet: Bladet är tomt. Det måste ha minst en rad.',
      'Projektmål: Bladet är tomt. Det måste ha minst en rad.',
      'Effektmål: Bladet är tomt. Det måste ha minst en rad.',
    ])
  })
})

/** The size that a packed file tells of one of its entries, written over by a smaller one. */
function lying(zip: Uint8Array, name: string): Uint8Array {
  const bytes = Buffer.from(zip)
  const heads = [
    { mark: Buffer.from([0x50, 0x4b, 3, 4]), size: 22, name: 30 },
    { mark: Buffer.from([0x50, 0x4b, 1, 2]), size: 24, name: 46 },
  ]
  for (const head of heads)
    for (let at = bytes.indexOf(head.mark); at >= 0; at = bytes.indexOf(head.mark, at + 4))
      if (bytes.toString('utf8', at + head.name, at + head.name + name.length) === name) bytes.writeUInt32LE(9000, at + head.size)
  return bytes
}

describe('a file that is not what it says', () => {
  let whole: Buffer
  beforeAll(async () => {
    whole = await workbook(sheets())
  })
  const reading = (bytes: Uint8Array) => importPlan(bytes, { words: WORDS, people: PEOPLE })

  it.each<[string, () => Uint8Array]>([
    ['nothing', () => new Uint8Array()],
    ['a text', () => strToU8('id;namn\n')],
    ['a ZIP file of something else', () => zipSync({ 'a.txt': strToU8('a') })],
    ['a workbook that is cut off', () => whole.subarray(0, whole.length / 2)],
  ])('%s cannot be read, and that is said', async (_what, make) => {
    expect(told(await reading(make()))).toEqual([
      'Filen går inte att läsa som en Excel-arbetsbok. Spara den som .xlsx och försök igen.',
    ])
  })

  it('unpacks to no more than a plan can hold, whatever it says of itself', async () => {
    const own = unzipSync(await workbook(sheets()))
    const sheet = 'xl/worksheets/sheet1.xml'
    const padded = { ...own, [sheet]: strToU8(`${Buffer.from(own[sheet]!).toString()}${' '.repeat(90 * 1024 * 1024)}`) }
    const big = zipSync(padded, { level: 9 })
    expect(big.length).toBeLessThan(1024 * 1024)
    expect(told(await reading(big))[0]).toContain('Filen är för stor.')
    // The same with a lie about its size.
    expect(told(await reading(lying(big, sheet)))[0]).toContain('Filen är för stor.')
  })

  it('is refused when it is too large to be sent', async () => {
    expect(told(await reading(new Uint8Array(5 * 1024 * 1024 + 1)))[0]).toContain('Den får vara högst 5 MB')
  })
})
