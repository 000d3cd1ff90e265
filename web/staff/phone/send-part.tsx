import { Button, Field, Select } from '@fluentui/react-components'
import { Dismiss16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { CallView } from '../../../bot/domain/phone/call-view.js'
import type { Api } from '../api.js'
import { languages, type Translate } from '../words.js'
import { LetterForm } from './letter-form.js'
import type { Chosen } from './phone-page.js'
import { ReachForm } from './reach-form.js'

export type SendProps = {
  t: Translate
  api: Api
  view: CallView | undefined
  chosen: readonly Chosen[]
  toggle: (one: Chosen) => void
  /** Has it read aloud by a screen reader. */
  tell: (words: string) => void
  send: (way: 'mails' | 'texts', body: object) => Promise<string | undefined>
}

/** What of the call is sent to the caller, and how. */
export function SendPart({ t, api, view, chosen, toggle, tell, send }: SendProps) {
  const [wish, setWish] = useState<string>()
  const language = wish ?? view?.language ?? languages()[0] ?? 'sv'
  const items = chosen.map(({ item }) => item)
  const isEmpty = items.length === 0 || !view
  const reach = { t, language, items, isEmpty, send, tell }
  return (
    <section className="panel phone-send" aria-labelledby="phone-send">
      <h2 id="phone-send">{t('staff-phone.send')}</h2>
      {chosen.length === 0 ? (
        <p className="quiet">{t('staff-phone.send-empty')}</p>
      ) : (
        <>
          <h3>{t('staff-phone.chosen', { count: chosen.length })}</h3>
          <ul className="phone-chosen">
            {chosen.map((one) => (
              <li key={JSON.stringify(one.item)}>
                <span>{one.name}</span>
                <Button
                  appearance="subtle"
                  size="small"
                  icon={<Dismiss16Regular />}
                  aria-label={t('staff-phone.remove', { name: one.name })}
                  onClick={() => toggle(one)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <Field label={t('staff-phone.send-language')}>
        <Select value={language} onChange={(_, { value }) => setWish(value)}>
          {languages().map((each) => (
            <option key={each} value={each}>
              {t(`staff-phone.language-${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <ReachForm {...reach} way="mails" isKept={view?.ways.mail === 'kept'} />
      {view?.ways.sms ? <ReachForm {...reach} way="texts" /> : <NoSms t={t} />}
      <LetterForm {...{ t, api, language, items, isEmpty, tell }} call={view?.call ?? ''} />
    </section>
  )
}

const NoSms = ({ t }: { t: Translate }) => (
  <div className="phone-way">
    <h3>{t('staff-phone.by-sms')}</h3>
    <p className="quiet">{t('staff-phone.no-sms')}</p>
  </div>
)
