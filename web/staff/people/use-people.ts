import { useCallback, useEffect, useState } from 'react'
import type { PlaceProps } from '../place.js'
import type { PeopleView } from '../../../bot/domain/people/people-view.js'
import { allPeople, changePerson, dismissRequest, type Change } from './people-api.js'

const LOOK_AGAIN_MS = 30_000

/** What was said last: in words, and about whom if it is about one. */
export type Said = { intent: 'success' | 'error'; text: string; about?: string }

/** Everybody, read anew while the page is looked at and after each change. */
export function usePeople({ api, t, isShown }: Pick<PlaceProps, 'api' | 't' | 'isShown'>) {
  const [people, setPeople] = useState<PeopleView>()
  const [said, setSaid] = useState<Said>()

  const read = useCallback(async (): Promise<void> => {
    const got = await allPeople(api)
    if (got.is === 'ok') return setPeople(got.body)
    setSaid({ intent: 'error', text: (got.is === 'trouble' && got.message) || t('staff-people.not-read') })
  }, [api, t])

  useEffect(() => {
    if (!isShown) return
    void read()
    const timer = setInterval(() => void read(), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [isShown, read])

  /** True when it is done. What stood in the way is said; what was filled in stays where it is. */
  const change = async (id: string, expects: number | undefined, wanted: Change, done: string): Promise<boolean> => {
    const got = await changePerson(api, id, expects, wanted)
    const isDone = got.is === 'ok'
    const trouble = (got.is === 'trouble' && got.message) || t('staff-people.not-saved')
    setSaid(isDone ? { intent: 'success', text: done, about: id } : { intent: 'error', text: trouble, about: id })
    await read()
    return isDone
  }
  const dismiss = async (id: string): Promise<void> => {
    const got = await dismissRequest(api, id)
    if (got.is !== 'ok') setSaid({ intent: 'error', text: t('staff-people.not-saved'), about: id })
    await read()
  }
  return { people, said, setSaid, read, change, dismiss }
}
export type PeopleInHand = ReturnType<typeof usePeople>
