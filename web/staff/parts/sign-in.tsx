import { Button, Link, Title2 } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { SessionInHand, SignedIn } from '../hooks/use-session.js'
import type { Way } from '../ways/session.js'
import type { Translate } from '../words.js'
import { LanguageSwitch } from './language-switch.js'
import { Told } from './told.js'

type Props = {
  state: SignedIn & { is: 'out' }
  session: SessionInHand
  t: Translate
  language: string
  setLanguage: (language: string) => void
}

/** The ways in that this server has open, and what one should know before. */
export function SignIn({ state: { ways, problem, hasEnded }, session, t, language, setLanguage }: Props) {
  const isClosed = ways !== undefined && ways.ways.length === 0
  useEffect(() => {
    document.title = t('staff.title')
  }, [t])
  return (
    <main className="sign-in">
      <LanguageSwitch {...{ t, language, setLanguage }} />
      <Title2 as="h1">{t('staff.title')}</Title2>
      {hasEnded && <Told intent="warning">{t('staff.session-ended')}</Told>}
      {problem && <Told intent="error">{problem}</Told>}
      {ways === undefined && <Told intent="error">{t('staff.no-contact')}</Told>}
      {isClosed && <Told intent="warning">{t('staff.no-way')}</Told>}
      {ways?.warning && <p className="warning-loud">{ways.warning}</p>}
      {ways?.ways.map((way) => (
        <WayIn key={way.way} {...{ way, session, t }} />
      ))}
      <p className="quiet">{t('staff.no-app')}</p>
    </main>
  )
}

function WayIn({ way, session, t }: { way: Way; session: SessionInHand; t: Translate }) {
  if (way.way === 'teams') return <p>{t('staff.in-teams')}</p>
  if (way.way === 'browser')
    return (
      <p>
        <Link href={way.address}>{t('staff.sign-in-browser')}</Link>
      </p>
    )
  return (
    <section aria-labelledby="development">
      <h2 id="development">{t('staff.development')}</h2>
      <ul className="people">
        {way.people.map(({ oid, name, roles }) => (
          <li key={oid}>
            <Button onClick={() => void session.signIn({ as: oid })}>{t('staff.be', { name })}</Button>
            <span className="quiet">{roles.map((role) => t(`staff.role-${role}`)).join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
