import { Button } from '@fluentui/react-components'
import { useRef, type KeyboardEvent } from 'react'
import type { CallAnswer } from '../../../bot/domain/phone/call-view.js'
import { Told } from '../parts/told.js'
import type { Translate } from '../words.js'
import { AddButton } from './add-button.js'
import { EarText } from './ear-text.js'
import { FormPart } from './form-part.js'
import { PlanPart } from './plan-part.js'
import { ThingPart } from './thing-part.js'
import type { Basket } from './turn-part.js'
import type { Press } from './use-call.js'

type Props = {
  t: Translate
  answer: CallAnswer
  title: string
  basket: Basket
  press: (press: Press) => Promise<boolean>
  isBusy: boolean
  isLatest: boolean
}

// Answers that something of their own is shown of, or that are nothing to send.
const NOT_SENT = [
  'permit-question',
  'permit-plan',
  'clarify',
  'greeting',
  'nonsense',
  'personal-data',
  'error',
  'crisis',
  'restarted',
]

/** One answer: what it says, what to read aloud, what was found, and the ways on. */
export function AnswerPart({ t, answer, title, basket, press, isBusy, isLatest }: Props) {
  const part = useRef<HTMLElement>(null)
  const isAsking = answer.outcome === 'permit-question'
  const choose = (at: string): void => void press({ activity: answer.id, at })
  const pressed = (event: KeyboardEvent): void => {
    if (!isLatest || !/^[1-9]$/.test(event.key) || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target))
      return
    const choice = answer.choices[Number(event.key) - 1]
    if (!choice || isBusy) return
    event.preventDefault()
    choose(choice.at)
  }
  const send = { activity: answer.id, press, isBusy }
  const main = isAsking ? answer.forms.at(-1) : undefined
  const others = answer.forms.filter((form) => form !== main)
  return (
    <article className="panel phone-answer" ref={part} onKeyDown={pressed}>
      {answer.outcome === 'crisis' && (
        <Told intent="error">
          <strong>{t('staff-phone.crisis')}.</strong> {t('staff-phone.crisis-what')}
        </Told>
      )}
      <EarText t={t} lines={answer.ear} language={answer.language} />
      {hasMore(answer) && <Lines lines={answer.lines} language={answer.language} isFolded={isAsking} t={t} />}
      {answer.plan && <PlanPart {...{ t, plan: answer.plan, basket }} />}
      {answer.things.map((thing, at) => (
        <ThingPart key={thing.name} {...{ t, thing, basket, language: answer.language }} isOpen={isLatest && at === 0} />
      ))}
      {isLatest && main && <FormPart key={answer.id} {...{ t, form: main, language: answer.language, ...send }} takesFocus />}
      {isLatest &&
        others.map((form) => (
          <details key={form.at} className="phone-other">
            <summary>{form.fields[0]?.label ?? form.title}</summary>
            <FormPart {...{ t, form, language: answer.language, ...send }} />
          </details>
        ))}
      {isLatest && answer.choices.length > 0 && (
        <div role="group" aria-label={t('staff-phone.choices')} className="phone-row" lang={answer.language}>
          {answer.choices.map(({ at, title: name }, index) => (
            <Button key={at} size="small" disabledFocusable={isBusy} onClick={() => choose(at)}>
              {index < 9 ? t('staff-phone.choose-key', { n: index + 1, title: name }) : name}
            </Button>
          ))}
        </div>
      )}
      {answer.things.length === 0 && !NOT_SENT.includes(answer.outcome) && (
        <AddButton
          {...{ t, basket, words: t('staff-phone.add-answer') }}
          chosen={{ item: { kind: 'answer', id: answer.id }, name: title }}
        />
      )}
    </article>
  )
}

/** What is read aloud says it already, unless there is more to see than to hear. */
const hasMore = ({ things, lines, ear }: CallAnswer): boolean =>
  things.length === 0 && (ear.length === 0 || lines.length > ear.length)

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, fieldset') !== null

type LinesProps = { lines: readonly string[]; language: string; isFolded: boolean; t: Translate }

/** What the answer says; while the pilot asks, only the question matters, and the rest is folded away. */
function Lines({ lines, language, isFolded, t }: LinesProps) {
  const shown = (
    <div lang={language} className="phone-lines">
      {lines.map((line, at) => (
        <p key={at}>{line}</p>
      ))}
    </div>
  )
  if (!isFolded) return shown
  return (
    <details className="phone-other">
      <summary>{t('staff-phone.answer')}</summary>
      {shown}
    </details>
  )
}
