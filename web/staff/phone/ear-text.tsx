import type { Translate } from '../words.js'

type Props = { t: Translate; lines: readonly string[]; language: string; name?: string }

/** What is read aloud: large, in the caller's language, a sentence a line, reached by a key. */
export const EarText = ({ t, lines, language, name }: Props) =>
  lines.length === 0 ? null : (
    <div
      className="phone-ear"
      data-ear
      tabIndex={0}
      role="region"
      aria-label={name === undefined ? t('staff-phone.read-aloud') : t('staff-phone.read-aloud-of', { name })}
    >
      <p className="phone-ear-title">
        {t('staff-phone.read-aloud')}
        <span className="phone-ear-language">
          {' '}
          {t('staff-phone.read-aloud-in', { language: t(`staff-phone.in-${language}`) })}
        </span>
      </p>
      <div lang={language} className="phone-ear-lines">
        {lines.map((line, at) => (
          <p key={at}>{line}</p>
        ))}
      </div>
    </div>
  )
