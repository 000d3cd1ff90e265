import { Writable } from 'node:stream'
import { afterAll, describe, expect, it } from '@jest/globals'
import ICAL from 'ical.js'
import { STYLE_PATH } from '../../../bot/channels/plans/style.js'
import type { SavedPlan } from '../../../bot/domain/permits/saved-plan.js'
import { createLog } from '../../../bot/telemetry/log.js'
import { closePlans, furnished, openPlans, PLAN_ID, savedPlan, smallContent, WINE_BAR } from '../../fixtures/plans-door.js'
import { pdfIn, type TagRead } from '../../fixtures/read-pdf.js'

afterAll(closePlans)

const START = 'start=2027-02-01'
const textOf = (html: string): string => html.replace(/<svg[\s\S]*?<\/svg>|<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the page of a plan', () => {
  it('tells each item with its status, reasons, law, fee, time, papers and link', async () => {
    const { get, page } = await openPlans()
    const html = await (await get(`${page}?lang=sv&${START}`)).text()
    const article = /<article class="item" id="item-alcohol-licence"[\s\S]*?<\/article>/.exec(html)?.[0] ?? ''
    expect(article).toContain('<h3 id="item-alcohol-licence-name">Serveringstillstånd &lt;för&gt; alkohol</h3>')
    const words = textOf(article)
    for (const told of [
      'Behövs',
      'Därför att Ja serves-food på svenska (Det följer av ”Vinbar”.) Ja serves-alcohol på svenska (Det följer av ”Vinbar”.) Det är always på svenska',
      'alkohollagen (2010:1622) 8 kap. (ingen av oss har läst lagtexten för det här)',
      'Ansökan: 12 590 kr (uppgift från 2026).',
      '2 000 kr om året. Jag vet inte vilket år beloppet är från',
      '8 till 12 veckor från en komplett ansökan. Ska vara klart innan du öppnar.',
      'Innan du ansöker: food-registration på svenska.',
      'Söks av ägaren. Kontrollera med staden.',
      'Vem som äger',
      'Ritning saknas',
      'Ingen har läst själva blanketten.',
      'Tillståndsenheten',
    ])
      expect(words).toContain(told)
    expect(article.match(/<input type="checkbox"/g)).toHaveLength(2)
    expect(article).toContain('Hyresavtal &amp; bilagor</label>')
    expect(article).toContain('href="https://permits.example/alcohol"')
  })

  it('tells what depends, on what, and where to find it out', async () => {
    const { get, page } = await openPlans()
    const html = await (await get(`${page}?lang=en`)).text()
    const article = textOf(/<article class="item" id="item-gathering-permit"[\s\S]*?<\/article>/.exec(html)?.[0] ?? '')
    expect(article).toContain('Depends')
    expect(article).toContain('Fråga om guests in English Ta reda på guests in English')
    expect(article).toContain('Perhaps, it hangs on answers that are missing: 300 kr (as of 2026).')
  })

  it('shows the order as a picture and as the same in a table, with the dates of the day one chose', async () => {
    const { get, page } = await openPlans()
    const html = await (await get(`${page}?lang=en&${START}`)).text()
    expect(html).toContain('<svg xmlns="http://www.w3.org/2000/svg"')
    expect(html).toMatch(
      /<title id="timeline-title">Timeline<\/title>\s*<desc id="timeline-desc">If you start on 1 February 2027/,
    )
    const table = /<table[^>]*>[\s\S]*?<\/table>/.exec(html)?.[0] ?? ''
    expect(textOf(table)).toContain('Licence to &lt;serve&gt; alcohol 1 Feb 2027 1 Feb 2027 29 Mar')
    expect(html).toContain('value="2027-02-01"')
    expect(textOf(html)).toContain(
      'you can open on 29 March 2027 at the earliest. If everything takes the longer time, it will be 26 April 2027.',
    )
  })

  it('adds up the known fees, and names those that are not in the sum', async () => {
    const { get, page } = await openPlans()
    const words = textOf(await (await get(`${page}?lang=en`)).text())
    expect(words).toContain('Between 12 590 kr and 13 490 kr in fees that are paid once.')
    expect(words).toContain('These are not in the sum')
  })

  it('says that it is guidance, when it was made and by which rules', async () => {
    const { get, page } = await openPlans()
    const words = textOf(await (await get(`${page}?lang=en`)).text())
    expect(words).toContain('This is guidance, not a decision.')
    expect(words).toContain('The plan was made on 10 January 2027 by version small of the rules.')
    expect(words).toContain('Not every question has been answered.')
    expect(words).not.toContain('The rules have changed')
  })

  it('stays readable when the rules have changed, also what they no longer hold', async () => {
    const content = await smallContent()
    const stored = savedPlan(content)
    const later = await smallContent({ ...furnished(), permits: withoutFood(furnished().permits) })
    const { get, page } = await openPlans({ content: () => ({ ...later, rulesVersion: 'later' }) }, stored)
    const words = textOf(await (await get(`${page}?lang=en`)).text())
    expect(words).toContain('food-registration in English')
    expect(words).toContain('This is no longer among the rules')
    expect(words).toContain('The rules have changed since the plan was made.')
    expect(words).not.toContain('If you change your plans')
  })

  it('counts from today when the day that was chosen has gone by, and from another when that is no date', async () => {
    const content = await smallContent()
    const { get, page } = await openPlans({}, savedPlan(content, WINE_BAR, { start: '2026-05-01' }))
    expect(await (await get(page)).text()).toContain('value="2027-01-11"')
    const wrong = await (await get(`${page}?start=2027-02-31%22><script>`)).text()
    expect(wrong).toContain('That is not a date that I can count from.')
    expect(wrong).toContain('value="2027-01-11"')
    expect(wrong).not.toContain('<script')
  })

  it('is shown in the language asked for, else in the browser’s', async () => {
    const { get, page } = await openPlans()
    expect(await (await get(`${page}?lang=sv`)).text()).toContain('<html lang="sv"')
    expect(await (await get(page)).text()).toContain('<html lang="en"')
    expect(await (await get(page, { 'accept-language': 'sv-SE,en;q=0.5' })).text()).toContain('<html lang="sv"')
  })
})

const withoutFood = (permits: Record<string, { rule: { before?: unknown } }>) =>
  Object.fromEntries(
    Object.entries(permits)
      .filter(([id]) => id !== 'food-registration')
      .map(([id, permit]) => [id, { ...permit, rule: { ...permit.rule, before: undefined } }]),
  )

describe('what is sent with it', () => {
  it.each(['', '.pdf', '.ics', '/timeline.svg', '/timeline.png'])(
    '%s is kept by nobody, found by nobody and says nothing of where it was',
    async (path) => {
      const { get, page } = await openPlans()
      const { status, headers } = await get(`${page}${path}`)
      expect(status).toBe(200)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-robots-tag')).toContain('noindex')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|script-src/)
      expect(headers.get('set-cookie')).toBeNull()
      expect(headers.get('access-control-allow-origin')).toBeNull()
    },
  )

  it('asks for nothing from anywhere else, and has no style or script in it', async () => {
    const { get, page } = await openPlans()
    const html = await (await get(page)).text()
    expect(
      [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, to]) => to!).filter((to) => /^(?:https?:)?\/\//.test(to)),
    ).toEqual(['https://permits.example/alcohol'])
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/)
    expect(html).toContain(STYLE_PATH)
    const style = await get(STYLE_PATH)
    expect(style.headers.get('cache-control')).toContain('immutable')
    expect(await style.text()).toContain('@media print')
  })
})

describe('a plan that is not there', () => {
  it.each([
    ['another id', '/plans/AAAAAAAAAAAAAAAAAAAAAA'],
    ['a PDF of it', '/plans/AAAAAAAAAAAAAAAAAAAAAA.pdf'],
    ['no id', '/plans/x'],
    ['another file', `/plans/${PLAN_ID}.exe`],
    ['another picture', `/plans/${PLAN_ID}/timeline.gif`],
    ['way up', '/plans/..%2f..%2fetc%2fpasswd'],
  ])('is told calmly, with what to do: %s', async (_what, path) => {
    const { get } = await openPlans()
    const response = await get(path)
    const html = await response.text()
    expect(response.status).toBe(404)
    expect(html).toContain('<h1>The plan is not here</h1>')
    expect(html).toContain('Write it in the chat')
    expect(html).toContain('08-508')
  })

  it('is another thing than a database that does not answer', async () => {
    const lines: string[] = []
    const log = createLog(
      'debug',
      new Writable({ write: (piece: Buffer, _encoding, done) => (lines.push(String(piece)), done()) }),
    )
    const find = async (): Promise<SavedPlan | undefined> => Promise.reject(new Error(`no row ${PLAN_ID}`))
    const { get, page } = await openPlans({ plans: { find }, log })
    const response = await get(page)
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('It is still there.')
    expect(lines.join('')).toContain('a plan cannot be read')
    expect(lines.join('')).not.toContain(PLAN_ID)
  })

  it('is not found by trying a thousand', async () => {
    const config = { languages: ['sv', 'en'], trustedProxies: [], limits: { messagesPerMinute: 1, messageLength: 200 } }
    const { get } = await openPlans({ config })
    const tried = []
    for (let time = 0; time < 6; time++) tried.push((await get('/plans/AAAAAAAAAAAAAAAAAAAAAA')).status)
    expect(tried).toEqual([404, 404, 404, 404, 429, 429])
  })
})

describe('the calendar file', () => {
  const events = async (path: string) => {
    const { get, page } = await openPlans()
    const response = await get(`${page}.ics?${path}`)
    expect(response.headers.get('content-type')).toContain('text/calendar')
    const calendar = new ICAL.Component(ICAL.parse(await response.text()) as unknown[])
    return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  }

  it('has the last day to send each thing, and the opening, as whole days', async () => {
    const days = (await events(`lang=en&${START}`)).map((event) => `${event.startDate.toString()} ${event.summary}`)
    expect(days).toContain('2027-02-01 Last day to send: Licence to <serve> alcohol')
    expect(days).toContain('2027-03-29 Open at the earliest')
    expect(days).toContain('2027-04-26 Open, if everything takes the longer time')
    expect((await events(START)).every((event) => event.startDate.isDate)).toBe(true)
  })

  it('has the same events after the day was changed, on other days, and nothing in it leads to the plan', async () => {
    const [first, then] = [await events(`lang=en&${START}`), await events('lang=sv&start=2027-03-01')]
    expect(then.map(({ uid }) => uid).sort()).toEqual(first.map(({ uid }) => uid).sort())
    expect(new Set(first.map(({ uid }) => uid)).size).toBe(first.length)
    expect(then.map((event) => event.startDate.toString())).not.toEqual(first.map((event) => event.startDate.toString()))
    expect(first[0]!.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2027-01-11T10:00:00Z')
    expect(JSON.stringify(first.map(({ component }) => component.toJSON() as unknown))).not.toContain(PLAN_ID)
  })
})

describe('the PDF', () => {
  it('has title, language and tags, and every letter of its typeface in it', async () => {
    const { get, page } = await openPlans()
    const pdf = await pdfIn(Buffer.from(await (await get(`${page}.pdf?lang=sv&${START}`)).arrayBuffer()))
    expect(pdf.title).toBe('Tillståndsplan: Vinbar')
    expect(pdf.language).toBe('sv')
    expect(pdf.isTagged).toBe(true)
    const tags = pdf.tags.flatMap(function all(tag: TagRead): TagRead[] {
      return [tag, ...tag.children.flatMap(all)]
    })
    const roles = new Set(tags.map(({ role }) => role))
    for (const role of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD', 'Figure', 'Link', 'Art'])
      expect([...roles]).toContain(role)
    expect(tags.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual([
      expect.stringContaining('Börjar du den 1 februari 2027'),
    ])
    expect(tags.filter(({ role }) => role === 'H1')).toHaveLength(1)
  })

  it('says what the page says, as real text', async () => {
    const { get, page } = await openPlans()
    const { text } = await pdfIn(Buffer.from(await (await get(`${page}.pdf?lang=sv&${START}`)).arrayBuffer()))
    for (const told of [
      'Serveringstillstånd <för> alkohol',
      'Ansökan: 12 590 kr (uppgift från 2026).',
      'Hyresavtal & bilagor',
      'https://permits.example/alcohol',
      'Sida 1 av',
    ])
      expect(text).toContain(told)
  })
})

describe('the picture', () => {
  it('is an SVG without style, script or anything from elsewhere, with words for who does not see it', async () => {
    const { get, page } = await openPlans()
    const response = await get(`${page}/timeline.svg?lang=en&${START}`)
    const svg = await response.text()
    expect(response.headers.get('content-type')).toContain('image/svg+xml')
    expect(svg).toContain('Licence to &lt;serve&gt; alcohol</text>')
    expect(svg).not.toMatch(/<style|<script|style=|href=|url\(/)
    expect(svg).toMatch(/role="img" aria-labelledby="timeline-title timeline-desc"/)
  })

  it('is a PNG for where that is not shown, light enough for a card, and may be shown on other sites', async () => {
    const { get, page } = await openPlans()
    const response = await get(`${page}/timeline.png`)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.readUInt32BE(16)).toBe(1360)
    expect(bytes.length).toBeLessThan(300_000)
  })
})
