import { useEffect, useRef, useState } from 'react'
import type { Permission } from '../../bot/domain/people/permissions.js'
import { DeskPage } from './desk-page.js'
import { usePlace } from './hooks/use-place.js'
import type { SessionInHand, SignedIn } from './hooks/use-session.js'
import { PlaceFrame } from './parts/place-frame.js'
import { PlaceNav } from './parts/place-nav.js'
import { Told } from './parts/told.js'
import { DESK, PLACES } from './places.js'
import type { Translate } from './words.js'

type Props = {
  session: SessionInHand
  signedIn: SignedIn & { is: 'in' }
  t: Translate
  language: string
  setLanguage: (language: string) => void
  beat: string
}

/** What somebody who is signed in has: the places that they may use, one at a time. What was once looked at stays. */
export function StaffPage({ session, signedIn, t, language, setLanguage, beat }: Props) {
  const { member } = signedIn.session
  const may = (permission: Permission): boolean => member.permissions.includes(permission)
  const places = PLACES.filter(({ permission }) => may(permission))
  const now = usePlace(places.map(({ id }) => id))
  const seen = useSeen(now)
  const [newAtDesk, setNewAtDesk] = useState(0)
  useFocusIn(now)
  useEffect(() => {
    const name = t(now && now !== DESK ? `staff.place-${now}` : 'staff.title')
    document.title = newAtDesk > 0 ? `(${newAtDesk}) ${name}` : name
  }, [t, now, newAtDesk])

  const hasNav = places.length > 1
  const has = (id: string): boolean => places.some((place) => place.id === id)
  return (
    <div className="staff-page">
      {hasNav && (
        <button type="button" className="skip" onClick={() => headingOf(now)?.focus()}>
          {t('staff.skip')}
        </button>
      )}
      {signedIn.warning && (
        <aside className="warning-loud" aria-label={t('staff.development')}>
          {signedIn.warning}
        </aside>
      )}
      {hasNav && now && <PlaceNav {...{ places, now, t }} newAt={{ [DESK]: newAtDesk }} />}
      {!now && <Told intent="warning">{t('staff.no-place')}</Told>}
      {has(DESK) && (
        <DeskPage {...{ session, t, language, setLanguage, beat, hasNav }} isShown={now === DESK} tellNew={setNewAtDesk} />
      )}
      {places
        .filter(({ id, load }) => load && seen.includes(id))
        .map((place) => (
          <PlaceFrame key={place.id} {...{ place, api: session.api, t, language, member, may }} isShown={place.id === now} />
        ))}
    </div>
  )
}

/** Every place that has been looked at so far. */
function useSeen(now: string | undefined): readonly string[] {
  const [seen, setSeen] = useState<readonly string[]>([])
  useEffect(() => {
    if (now) setSeen((before) => (before.includes(now) ? before : [...before, now]))
  }, [now])
  return seen
}

const headingOf = (id: string | undefined): HTMLElement | null => document.querySelector(`[data-place="${id ?? ''}"] h1`)

/** Whoever goes to another place stands at its heading; whoever opens the page is left where the browser puts them. */
function useFocusIn(now: string | undefined): void {
  const before = useRef(now)
  useEffect(() => {
    if (before.current === now) return
    before.current = now
    // The frame of a place that is new is drawn in the next round.
    const frame = requestAnimationFrame(() => headingOf(now)?.focus())
    return () => cancelAnimationFrame(frame)
  }, [now])
}
