import { useEffect, useRef, useState } from 'react'
import type { CallItem } from '../../../bot/domain/phone/call.js'
import { Told } from '../parts/told.js'
import type { PlaceProps } from '../place.js'
import { AskBox } from './ask-box.js'
import { CallTop } from './call-top.js'
import { SendPart } from './send-part.js'
import { TurnPart } from './turn-part.js'
import { useCall, type Press } from './use-call.js'
import { usePhoneKeys } from './use-phone-keys.js'

/** Something of the call that is to be sent, with its name on the page. */
export type Chosen = { item: CallItem; name: string }

const same = (one: CallItem, other: CallItem): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Phone mode: what a caller asks, found at once, with text to read aloud, and sent to them. */
export function PhonePage({ api, t, isShown }: PlaceProps) {
  const call = useCall({ api, t })
  const [language, setLanguage] = useState('')
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const [said, setSaid] = useState('')
  const page = useRef<HTMLDivElement>(null)
  usePhoneKeys(page, isShown)

  const { view, trouble, isBusy } = call
  const turns = view?.turns ?? []
  const latest = turns.at(-1)
  const heard = latest?.answers.at(-1)
  useEffect(() => {
    if (heard)
      setSaid(
        t('staff-phone.answered', { text: [...heard.lines.slice(0, 1), ...heard.things.map(({ name }) => name)].join('. ') }),
      )
  }, [heard, t])

  // What was pressed is gone with the answer that it stood in, so that the hands would be nowhere.
  const hasPressed = useRef(false)
  const press = async (pressed: Press): Promise<boolean> => {
    hasPressed.current = true
    const isDone = await call.press(pressed)
    if (!isDone) hasPressed.current = false
    return isDone
  }
  useEffect(() => {
    if (!hasPressed.current || !heard) return
    hasPressed.current = false
    if (heard.outcome !== 'permit-question') page.current?.querySelector<HTMLElement>('.phone-main [data-ear]')?.focus()
  }, [heard])

  const begin = async (): Promise<void> => {
    if (!(await call.start())) return
    setLanguage('')
    setChosen([])
    setSaid(t('staff-phone.started'))
  }
  const toggle = (one: Chosen): void => {
    const has = chosen.some(({ item }) => same(item, one.item))
    setChosen(has ? chosen.filter(({ item }) => !same(item, one.item)) : [...chosen, one])
    setSaid(t(has ? 'staff-phone.removed' : 'staff-phone.added', { name: one.name }))
  }
  const speak = (wanted: string): void => {
    setLanguage(wanted)
    if (wanted && view) void call.speak(wanted)
  }
  const basket = { toggle, has: (item: CallItem) => chosen.some((one) => same(one.item, item)) }
  return (
    <div className="phone" ref={page}>
      <CallTop {...{ t, speak }} language={language || (view?.chosen ?? '')} begin={() => void begin()} isBusy={isBusy} />
      <div className="phone-columns">
        <div className="phone-main">
          <AskBox t={t} isBusy={isBusy} ask={(text) => call.ask(text, language || undefined)} />
          {trouble && <Told intent="error">{trouble}</Told>}
          {!latest && <p className="quiet">{t('staff-phone.begin')}</p>}
          {latest && <TurnPart key={heard?.id} {...{ t, turn: latest, basket, isBusy }} press={press} isLatest />}
          {turns.length > 1 && (
            <details className="phone-earlier">
              <summary>{t('staff-phone.earlier', { count: turns.length - 1 })}</summary>
              {turns
                .slice(0, -1)
                .toReversed()
                .map((turn) => (
                  <TurnPart key={turn.answers[0]?.id} {...{ t, turn, basket, isBusy }} press={press} />
                ))}
            </details>
          )}
        </div>
        <SendPart key={view?.call} {...{ t, api, view, chosen, toggle, tell: setSaid }} send={call.send} />
      </div>
      <div className="hidden-visually" role="status">
        {isBusy ? t('staff-phone.working') : said}
      </div>
    </div>
  )
}
