import { Field, Input, Link, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components'
import type { ComponentType } from 'react'
import { PHONE_SURENESS } from '../../../bot/domain/services/contact-point.js'
import { LINK_KINDS } from '../../../bot/domain/services/service.js'
import type { Form } from '../../../bot/domain/corrections/fields.js'
import type { Translate } from '../words.js'
import type { Draft } from './draft.js'
import { ExceptionsEditor, NamedDaysEditor, WeekEditor } from './hours-editors.js'

export type EditorProps = { draft: Draft; setDraft: (draft: Draft) => void; t: Translate; label: string }
type Editor = ComponentType<EditorProps>

const withValue = (draft: Draft, name: string, value: string): Draft => ({ ...draft, values: { ...draft.values, [name]: value } })

const Lines: Editor = ({ draft, setDraft, t, label }) => (
  <Field label={label} hint={t('staff-corrections.a-line-each')}>
    <Textarea
      value={draft.values['lines'] ?? ''}
      rows={3}
      onChange={(_, { value }) => setDraft(withValue(draft, 'lines', value))}
    />
  </Field>
)

const Line: Editor = ({ draft, setDraft, label }) => (
  <Field label={label}>
    <Input value={draft.values['text'] ?? ''} onChange={(_, { value }) => setDraft(withValue(draft, 'text', value))} />
  </Field>
)

/** Nobody can look behind an address but a person: it is one press away. */
function LookBehind({ address, t }: { address: string; t: Translate }) {
  return (
    <p className="quiet">
      {t('staff-corrections.not-checked')}{' '}
      {/^https:\/\/\S+$/.test(address) && (
        <Link href={address} target="_blank" rel="noopener noreferrer" inline>
          {t('staff-corrections.open-link')}
        </Link>
      )}
    </p>
  )
}

const Address: Editor = (props) => (
  <>
    <Line {...props} />
    <LookBehind address={props.draft.values['text'] ?? ''} t={props.t} />
  </>
)

const Sureness: Editor = ({ draft, setDraft, t, label }) => (
  <Field label={label}>
    <RadioGroup value={draft.values['text'] ?? ''} onChange={(_, { value }) => setDraft(withValue(draft, 'text', value))}>
      {PHONE_SURENESS.map((sure) => (
        <Radio key={sure} value={sure} label={t(`staff-corrections.sure.${sure}`)} />
      ))}
    </RadioGroup>
  </Field>
)

const Words: Editor = ({ draft, setDraft, t }) => (
  <>
    {(['sv', 'en'] as const).map((language) => (
      <Field key={language} label={t(`staff-corrections.in-${language}`)}>
        <Textarea
          lang={language}
          value={draft.values[language] ?? ''}
          onChange={(_, { value }) => setDraft(withValue(draft, language, value))}
        />
      </Field>
    ))}
  </>
)

const LinkEditor: Editor = ({ draft, setDraft, t }) => (
  <>
    <Field label={t('staff-corrections.link-kind')}>
      <Select value={draft.values['kind'] ?? 'none'} onChange={(_, { value }) => setDraft(withValue(draft, 'kind', value))}>
        {LINK_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`staff-corrections.link.${kind}`)}
          </option>
        ))}
      </Select>
    </Field>
    {draft.values['kind'] !== 'none' && (
      <>
        <Field label={t('staff-corrections.address')}>
          <Input
            type="url"
            value={draft.values['url'] ?? ''}
            onChange={(_, { value }) => setDraft(withValue(draft, 'url', value))}
          />
        </Field>
        <LookBehind address={draft.values['url'] ?? ''} t={t} />
      </>
    )}
  </>
)

/** What each form is filled in by. */
export const EDITORS: Readonly<Record<Form, Editor>> = {
  phone: Line,
  phones: Lines,
  sureness: Sureness,
  emails: Lines,
  address: Address,
  link: LinkEditor,
  words: Words,
  text: Line,
  week: WeekEditor,
  'named-days': NamedDaysEditor,
  exceptions: ExceptionsEditor,
}
