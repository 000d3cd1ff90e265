import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cardToHtml } from '../../bot/cards/to-html.js'
import type { Card } from '../../bot/domain/conversations/message.js'

const words = { language: 'sv', required: '(måste)' }
const aCard = (body: unknown[], rest: Partial<Card> = {}): Card => ({ type: 'AdaptiveCard', version: '1.5', body, ...rest })
const html = (body: unknown[], rest: Partial<Card> = {}, more: Record<string, unknown> = {}): string =>
  cardToHtml(aCard(body, rest), { activity: 'a|1', card: 0, words: { ...words, ...more }, headingLevel: 3 })
const submit = (title = 'Skicka', data: Record<string, unknown> = { verb: 'v' }) => ({ type: 'Action.Submit', title, data })

describe('text on a card', () => {
  it('is a heading where it says so, one level lower when it is smaller than the first', () => {
    const heading = (text: string, size?: string) => ({ type: 'TextBlock', style: 'heading', text, size })
    expect(html([heading('Stor', 'large'), heading('Liten'), heading('Stor igen', 'large')])).toMatch(
      /<h3[^>]*>Stor<\/h3><h4[^>]*>Liten<\/h4><h3[^>]*>Stor igen<\/h3>/,
    )
    expect(html([heading('Ensam', 'small')])).toContain('<h3')
  })

  it.each([
    ['**fet** och *lutad* och _lutad_', '<strong>fet</strong> och <em>lutad</em> och <em>lutad</em>'],
    ['**fet *och* lutad**', '<strong>fet <em>och</em> lutad</strong>'],
    ['ett_namn_i_ett', 'ett_namn_i_ett'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['\\*stjärna\\*', '*stjärna*'],
    ['[ring](tel:+468123)', '<a href="tel:+468123" rel="noopener noreferrer">ring</a>'],
    ['[skriv](mailto:a@b.se)', '<a href="mailto:a@b.se" rel="noopener noreferrer">skriv</a>'],
    ['[staden](https://stockholm.se/a?b=1&c=2)', 'href="https://stockholm.se/a?b=1&amp;c=2"'],
    ['a < b & "c"', 'a &lt; b &amp; &quot;c&quot;'],
    ['en rad\noch en till', 'en rad<br>och en till'],
    ['- ett\n- två', '<ul><li>ett</li><li>två</li></ul>'],
    ['Först:\n1. ett\n2. två', '<p>Först:</p><ol><li>ett</li><li>två</li></ol>'],
    ['ett\n\ntvå', '<p>ett</p><p>två</p>'],
  ])('reads %j as markdown', (text, expected) => {
    expect(html([{ type: 'TextBlock', text }])).toContain(expected)
  })

  it.each([
    'javascript:alert(1)',
    'http://stockholm.se',
    'data:text/html,x',
    '//evil',
    'JaVaScRiPt:x',
    'https:/evil',
    ' https://x',
  ])('never links to %s', (address) => {
    expect(html([{ type: 'TextBlock', text: `[x](${address})` }])).not.toContain('<a ')
    expect(() => html([], { actions: [{ type: 'Action.OpenUrl', title: 'x', url: address }] })).toThrow('not https')
  })

  it('links to a plan on our own page, in a new window where links open one', () => {
    const actions = [{ type: 'Action.OpenUrl', title: 'Skriv ut', url: '/plans/k3Jx9_q2?lang=sv' }]
    expect(html([], { actions })).toContain('href="/plans/k3Jx9_q2?lang=sv"')
    for (const url of ['/plansx', '/press', '//evil.example/plans/1', '/plans//x', '/plans/../press'])
      expect(() => html([], { actions: [{ type: 'Action.OpenUrl', title: 'x', url }] })).toThrow('not https')
  })

  it('has buttons that are read aloud with what they are about', () => {
    const action = { type: 'Action.Submit', title: 'Ändra', tooltip: 'Ändra: Du serverar öl.', data: { verb: 'v' } }
    expect(html([{ type: 'ActionSet', actions: [action] }])).toContain('aria-label="Ändra: Du serverar öl."')
  })

  it('can be rich, and facts are a list of descriptions', () => {
    const rich = { type: 'RichTextBlock', inlines: ['a<b ', { type: 'TextRun', text: 'fet', weight: 'bolder', italic: true }] }
    expect(html([rich])).toContain('a&lt;b <span class="weight-bolder"><em><strong>fet</strong></em></span>')
    const facts = { type: 'FactSet', facts: [{ title: 'För vem', value: 'Dig' }] }
    expect(html([facts])).toContain('<dl class="facts"><div><dt>För vem</dt><dd><p>Dig</p></dd></div></dl>')
  })

  it('has the language and direction of the card', () => {
    expect(html([], { lang: 'ar-XB' })).toContain('lang="ar-XB" dir="rtl"')
    expect(html([], { lang: 'sv' })).toContain('lang="sv" dir="ltr"')
    expect(html([], { lang: 'sv', rtl: true })).toContain('dir="rtl"')
  })
})

describe('what a card looks like', () => {
  it('comes as classes, never as styles', () => {
    const made = html([{ type: 'TextBlock', text: 'x', size: 'Large', weight: 'Bolder', color: 'attention', isSubtle: true }])
    expect(made).toContain('<p class="size-large weight-bolder color-attention subtle">x</p>')
    expect(html([{ type: 'TextBlock', text: 'x', size: '"><script>' }])).toContain('<p>x</p>')
  })

  it('can be columns, containers, tables and pictures', () => {
    const text = { type: 'TextBlock', text: 'x' }
    expect(html([{ type: 'ColumnSet', columns: [{ width: 'auto', items: [text] }, { items: [text] }] }])).toContain(
      '<div class="columns"><div class="column width-auto"><p>x</p></div><div class="column width-stretch"><p>x</p></div></div>',
    )
    const row = { type: 'TableRow', cells: [{ type: 'TableCell', items: [text] }] }
    expect(html([{ type: 'Table', rows: [row, row] }])).toContain(
      '<tr><th scope="col"><p>x</p></th></tr><tr><td><p>x</p></td></tr>',
    )
    expect(html([{ type: 'Image', url: '/bild.svg', altText: 'En karta', width: '50px' }])).toContain(
      '<img src="/bild.svg" alt="En karta" width="50">',
    )
  })

  it('may be hidden at first: then it is not there', () => {
    expect(html([{ type: 'TextBlock', text: 'dold', isVisible: false }])).not.toContain('dold')
  })
})

describe('what the card lint stands on', () => {
  it.each<[string, unknown[]]>([
    ['an element that is not known', [{ type: 'Media', sources: [] }]],
    ['an element without type', [{}]],
    ['an unknown action', [{ type: 'ActionSet', actions: [{ type: 'Action.Fly', title: 'x' }] }]],
    ['a picture without words', [{ type: 'Image', url: 'https://a.se/b.png' }]],
    ['a picture that is not https', [{ type: 'Image', url: 'http://a.se/b.png', altText: '' }]],
    ['an input without label', [{ type: 'Input.Text', id: 'a' }]],
    ['an input without id', [{ type: 'Input.Text', label: 'a' }]],
    ['a button without title', [{ type: 'ActionSet', actions: [{ type: 'Action.Submit', data: { verb: 'v' } }] }]],
    ['a button without verb', [{ type: 'ActionSet', actions: [{ type: 'Action.Submit', title: 'x', data: {} }] }]],
  ])('throws for %s', (_what, body) => {
    expect(() => html(body)).toThrow(/^A card has (an?|the) /)
  })

  it('takes the fallback of what it does not know', () => {
    expect(html([{ type: 'Media', fallback: { type: 'TextBlock', text: 'i stället' } }])).toContain('i stället')
    expect(html([{ type: 'Media', fallback: 'drop' }])).not.toContain('Media')
  })
})

describe('inputs', () => {
  const form = (input: Record<string, unknown>) => html([{ id: 'f', label: 'Fält', ...input }], { actions: [submit()] })

  it.each([
    [
      { type: 'Input.Text', maxLength: 60, isRequired: true, errorMessage: 'Skriv' },
      '<input type="text" id="c-a_1-0-f" name="input.f" form="c-a_1-0" required data-error="Skriv" maxlength="60"',
    ],
    [{ type: 'Input.Text', isMultiline: true, value: '</textarea>' }, '&lt;/textarea&gt;</textarea>'],
    [{ type: 'Input.Number', min: 1, max: 5 }, 'type="number" id="c-a_1-0-f" name="input.f" min="1" max="5"'],
    [{ type: 'Input.Date', value: '2026-01-01' }, 'type="date" id="c-a_1-0-f" name="input.f" value="2026-01-01"'],
    [{ type: 'Input.Time' }, 'type="time"'],
    [
      { type: 'Input.Toggle', title: 'Ja', valueOff: 'nej' },
      'type="checkbox" id="c-a_1-0-f" name="input.f" value="true" data-off="nej"',
    ],
    [{ type: 'Input.ChoiceSet', choices: [{ title: 'Ett', value: '1' }], value: '1' }, '<option value="1" selected>Ett</option>'],
    [
      { type: 'Input.ChoiceSet', style: 'expanded', choices: [{ title: 'Ett', value: '1' }] },
      '<fieldset class="field"><legend>Fält</legend><div class="choice"><input type="radio"',
    ],
    [
      { type: 'Input.ChoiceSet', isMultiSelect: true, value: '1,2', choices: [{ title: 'Två', value: '2' }] },
      'type="checkbox" id="c-a_1-0-f-0" name="input.f" value="2" checked',
    ],
  ])('are native controls: %j', (input, expected) => {
    const made = form(input)
    expect(made).toContain(expected)
    expect(made).toContain('Fält')
  })

  it('have a label that belongs to them, and say in words that they must be filled in', () => {
    expect(form({ type: 'Input.Text', isRequired: true })).toContain(
      '<label for="c-a_1-0-f">Fält <span class="required" lang="sv">(måste)</span></label>',
    )
  })
})

describe('buttons', () => {
  it('are one form that posts where the button stands, with what it sends for the script', () => {
    const made = html([], { actions: [submit('Ett'), { type: 'Action.Execute', title: 'Två', verb: 'w', data: { a: 1 } }] })
    expect(made).toMatch(
      /<form method="post" action="\/press" class="press" id="c-a_1-0"><input type="hidden" name="activity" value="a\|1"><input type="hidden" name="card" value="0">/,
    )
    expect(made).toMatch(
      /<button type="submit" name="action" class="button" value="0"[^>]*data-press="{&quot;verb&quot;:&quot;v&quot;}">Ett<\/button>/,
    )
    expect(made).toMatch(/value="1"[^>]*data-press="{&quot;a&quot;:1,&quot;verb&quot;:&quot;w&quot;}">Två</)
    expect(made.match(/<form/g)).toHaveLength(1)
  })

  it('that want no inputs are not stopped by empty ones', () => {
    expect(html([], { actions: [{ ...submit(), associatedInputs: 'none' }] })).toContain('formnovalidate')
  })

  it('that open an address are links, in a new window only where there is a frame', () => {
    const card = { actions: [{ type: 'Action.OpenUrl', title: 'Öppna', url: 'https://stockholm.se/', style: 'positive' }] }
    expect(html([], card)).toContain(
      '<a class="button positive" href="https://stockholm.se/" rel="noopener noreferrer">Öppna</a>',
    )
    expect(html([], card)).not.toContain('<form')
    expect(html([], card, { newWindow: '(nytt fönster)' })).toContain(
      'target="_blank">Öppna<span class="hidden-visually"> (nytt fönster)</span></a>',
    )
  })

  it('that unfold a card are <details>, with a form of its own for its own inputs', () => {
    const inner = aCard([{ type: 'Input.Text', id: 'why', label: 'Varför?', isRequired: true }], { actions: [submit('Inre')] })
    const made = html([], { actions: [{ type: 'Action.ShowCard', title: 'Mer', card: inner }, submit('Yttre')] })
    expect(made).toContain('<details><summary>Mer</summary>')
    expect(made).toMatch(/name="input\.why" form="c-a_1-0-0" required/)
    expect(made).toMatch(/<\/form><form [^>]*id="c-a_1-0-0">/)
    expect(made).toMatch(/value="0"[^>]*form="c-a_1-0-0"[^>]*>Inre</)
    expect(made).toMatch(/value="1"[^>]*form="c-a_1-0"[^>]*>Yttre</)
  })

  it('that show and hide are <details> around what they show, which is nowhere else', () => {
    const text = { type: 'TextBlock', id: 'more', text: 'gömt', isVisible: false }
    const toggle = { type: 'Action.ToggleVisibility', title: 'Visa', targetElements: ['more'] }
    const made = html([text, { type: 'ActionSet', actions: [toggle] }], { actions: [{ ...toggle, title: 'Dölj' }] })
    expect(made).toContain('<details><summary>Visa</summary><div><p>gömt</p></div></details>')
    expect(made.match(/gömt/g)).toHaveLength(1)
    expect(made).not.toContain('Dölj')
  })
})

it('nothing that a card says can become markup', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('<img src=x onerror=y>', '"><script>', "' onload='", '</article>'),
      (noise, attack) => {
        const text = noise + attack + noise
        const made = html(
          [
            { type: 'TextBlock', text },
            { type: 'TextBlock', text, style: 'heading' },
            { type: 'FactSet', facts: [{ title: text, value: text }] },
            { type: 'Input.Text', id: text, label: text, placeholder: text, value: text, regex: text, errorMessage: text },
            { type: 'Input.ChoiceSet', id: text, label: text, choices: [{ title: text, value: text }] },
            { type: 'Image', url: '/a.png', altText: text },
          ],
          { lang: text, actions: [submit(text, { verb: text })] },
        )
        // What is left when every tag that we write is taken away holds no "<", and no tag holds an attribute of theirs.
        const tags =
          /<\/?(?:article|form|input|textarea|p|h3|ul|ol|li|br|em|strong|a|dl|div|dt|dd|label|select|option|button|img)(?: [a-z-]+(?:="[^"<>]*")?)*>/g
        expect(made.replace(tags, '')).not.toMatch(/[<>"]/)
        expect(made).not.toMatch(/<[a-z]+(?: [a-z-]+(?:="[^"]*")?)* on[a-z]+/)
      },
    ),
  )
})
