import { describe, expect, it } from '@jest/globals'
import { DisposalRule, maskedKinds, ruleAt } from '../../bot/domain/disposal/disposal-rule.js'
import { PERSONAL_DATA } from '../../bot/domain/people/personal-data.js'
import { withoutPersonalData } from '../../bot/turn/without-personal-data.js'
import type { Inbound, Said } from '../../bot/turn/turn.js'
import { realContent } from '../fixtures/content.js'

const aRule = (change: Partial<DisposalRule> = {}): DisposalRule => ({
  id: 'r',
  name: { sv: 'Regel', en: 'Rule' },
  decision: 'EXEMPEL 2026/1',
  from: '2026-01-01',
  citizens: ['personal-number', 'card-number'],
  staff: ['personal-number', 'card-number'],
  source: { decision: 'a test', weak: true },
  ...change,
})
const at = (day: string) => new Date(`${day}T12:00:00Z`)
const inbound = (said: Said, more: Partial<Inbound> = {}): Inbound => ({
  key: { channel: 'directline', conversation: 'c' },
  kind: 'personal',
  id: 'i',
  at: at('2026-06-15'),
  who: { citizen: 'v' },
  said,
  from: { id: 'v' },
  inResponse: true,
  ...more,
})

describe('the disposal rule', () => {
  it('is the latest of those that have begun, and none before the first', () => {
    const rules = [
      aRule({ id: 'second', from: '2026-05-01' }),
      aRule({ id: 'first' }),
      aRule({ id: 'third', from: '2027-01-01' }),
    ]
    const days = ['2025-12-31', '2026-01-01', '2026-04-30', '2026-05-01', '2028-01-01']
    expect(days.map((day) => ruleAt(rules, at(day))?.id)).toEqual([undefined, 'first', 'first', 'second', 'third'])
  })

  it('without one, masks everything that is known', () => {
    expect(maskedKinds(undefined, 'citizens')).toEqual(PERSONAL_DATA)
    expect(maskedKinds(aRule(), 'citizens')).toEqual(['personal-number', 'card-number'])
  })

  it('cannot leave personal numbers or card numbers out', () => {
    expect(DisposalRule.safeParse(aRule()).success).toBe(true)
    expect(DisposalRule.safeParse(aRule({ staff: ['personal-number'] })).success).toBe(false)
    expect(DisposalRule.safeParse(aRule({ citizens: ['card-number', 'email'] })).success).toBe(false)
  })

  it('of the city holds now, for everything that citizens write', async () => {
    const { disposalRules } = await realContent()
    expect(ruleAt(disposalRules.values(), at('2026-06-15'))).toMatchObject({ id: 'chat', citizens: [...PERSONAL_DATA] })
  })
})

describe('what a person did', () => {
  it('is stored with how many of each kind were masked, and by which rule', () => {
    const said = { kind: 'text', text: 'jag är 811218-9876 och min bror 811278-9873, ring 070-123 45 67' } as const
    const { inbound: tidy, masked } = withoutPersonalData(inbound(said, { channelData: { clientActivityID: 'x' } }), aRule())
    expect(tidy.said).toEqual({ kind: 'text', text: 'jag är ■■■■ och min bror ■■■■, ring 070-123 45 67' })
    expect(masked).toEqual(['personal-number'])
    expect(tidy.channelData).toEqual({ clientActivityID: 'x', masked: { rule: 'r', kinds: { 'personal-number': 2 } } })
  })

  it('has nothing beside it when nothing was masked', () => {
    expect(withoutPersonalData(inbound({ kind: 'text', text: 'hej' }), aRule())).toEqual({
      inbound: inbound({ kind: 'text', text: 'hej' }),
      masked: [],
    })
  })

  it('has the names of files masked, each counted once', () => {
    const name = 'intyg 811218-9876.pdf'
    const said = { kind: 'files', text: '', files: [{ name, contentType: 'application/pdf', bytes: 1 }] } as const
    const attachments = [{ contentType: 'application/pdf', name, contentUrl: '/x' }]
    const { inbound: tidy, maskedBy } = withoutPersonalData(inbound(said, { attachments }), undefined)
    expect(JSON.stringify(tidy)).not.toContain('9876')
    expect(maskedBy).toEqual({ kinds: { 'personal-number': 1 } })
    const alone = withoutPersonalData(inbound({ kind: 'text', text: '' }, { attachments }), undefined)
    expect(alone.masked).toEqual(['personal-number'])
  })

  it('counts what is in a press and in its line once, and keeps the number that somebody leaves to be called by', () => {
    const press = { verb: 'desk.approve', summary: '811218-9876' }
    const pressed = inbound({ kind: 'press', press, trigger: 'manual' }, { line: '811218-9876' })
    expect(withoutPersonalData(pressed, aRule()).maskedBy).toEqual({ rule: 'r', kinds: { 'personal-number': 1 } })
    const leave = { verb: 'desk.leave', phone: '070-123 45 67' }
    const left = withoutPersonalData(
      inbound({ kind: 'press', press: leave, trigger: 'manual' }, { line: '070-123 45 67' }),
      undefined,
    )
    expect(left).toMatchObject({ masked: [], inbound: { said: { press: leave }, line: '■■■■' } })
  })
})
