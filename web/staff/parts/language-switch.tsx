import { Button } from '@fluentui/react-components'
import { languages, translator, type Translate } from '../words.js'

type Props = { t: Translate; language: string; setLanguage: (language: string) => void }

/** The other languages of the desk, each by its own name. */
export const LanguageSwitch = ({ language, setLanguage }: Props) => (
  <>
    {languages()
      .filter((other) => other !== language)
      .map((other) => (
        <Button key={other} className="language" appearance="subtle" lang={other} onClick={() => setLanguage(other)}>
          {translator(other)('staff.language-name')}
        </Button>
      ))}
  </>
)
