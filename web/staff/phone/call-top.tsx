import { Button, Field, Select } from '@fluentui/react-components'
import { CallAdd20Regular } from '@fluentui/react-icons'
import { languages, type Translate } from '../words.js'

type Props = { t: Translate; language: string; speak: (language: string) => void; begin: () => void; isBusy: boolean }

/** In which language the caller is answered: the one that is written until one is chosen, which then holds for the call; and the way to the next call. */
export const CallTop = ({ t, language, speak, begin, isBusy }: Props) => (
  <div className="phone-top">
    <Field label={t('staff-phone.language')}>
      <Select value={language} onChange={(_, { value }) => speak(value)}>
        {language === '' && <option value="">{t('staff-phone.language-follow')}</option>}
        {languages().map((each) => (
          <option key={each} value={each}>
            {t(`staff-phone.language-${each}`)}
          </option>
        ))}
      </Select>
    </Field>
    <div className="phone-new">
      <Button icon={<CallAdd20Regular />} onClick={begin} disabledFocusable={isBusy} aria-describedby="phone-new-what">
        {t('staff-phone.new-call')}
      </Button>
      <span id="phone-new-what" className="quiet">
        {t('staff-phone.new-call-what')}
      </span>
    </div>
  </div>
)
