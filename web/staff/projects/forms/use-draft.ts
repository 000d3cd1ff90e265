import { useCallback, useEffect, useRef, useState } from 'react'
import type { Day } from '../../../../bot/domain/projects/calendar.js'
import { useProject } from '../project/use-project.js'
import { useProjects } from '../use-projects.js'
import type { DraftKind, KeptDraft } from '../ways.js'
import { draftOf, type Found } from './draft-shape.js'

// A pause in the typing, so that a draft is kept often and not at every letter.
const PAUSE_MS = 1_500

/** `unsaved`: something has been typed since. `failed`: what was typed is on this page only. `until`: the day that it is kept to at least. */
export type DraftState = { is: 'none' | 'unsaved' | 'failed' } | { is: 'saved'; until: Day }

export type DraftInHand = {
  state: DraftState
  found: Found | undefined
  /** Throws it away, and goes on from `said` on the first page. */
  discard: (said: object) => Promise<void>
  /** When it has been sent: nothing more is kept. */
  end: () => Promise<void>
}

type Writing = { of: { kind: DraftKind; about: string }; said: object; page: number; found: Found | undefined }

/**
 * Keeps what is being written, as it is written, and at once when somebody leaves. `said` is what the form has, `page` where in it one is.
 * Nothing is kept before somebody has typed.
 */
export function useDraft({ of: { kind, about }, said, page, found }: Writing): DraftInHand {
  const { ways } = useProjects()
  const project = useProject().view.id
  const [state, setState] = useState<DraftState>({ is: 'none' })
  const [foundStill, setFound] = useState(found)
  const text = JSON.stringify(draftOf(said, page))
  // What needs no keeping: what the form began with, or what was kept last. Every answer that belongs to something older is left.
  const kept = useRef<{ text: string; state: DraftState }>({ text, state })
  const latest = useRef(text)
  const round = useRef(0)
  const isOver = useRef(false)

  useEffect(() => {
    latest.current = text
    if (isOver.current) return
    if (text === kept.current.text) return setState(kept.current.state)
    setState({ is: 'unsaved' })
    const mine = round.current
    const timer = setTimeout(async () => {
      const got = await ways.keepDraft(project, kind, about, JSON.parse(text) as KeptDraft)
      if (mine !== round.current) return
      const now: DraftState = got.is === 'ok' ? { is: 'saved', until: got.body.until } : { is: 'failed' }
      if (now.is === 'saved') kept.current = { text, state: now }
      if (latest.current === text) setState(now)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [ways, project, kind, about, text])

  useEffect(() => {
    const leave = (): void => {
      if (isOver.current || latest.current === kept.current.text) return
      void ways.keepDraftLeaving(project, kind, about, JSON.parse(latest.current) as KeptDraft)
    }
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [ways, project, kind, about])

  const drop = useCallback(async (): Promise<void> => {
    round.current += 1
    await ways.dropDraft(project, kind, about)
  }, [ways, project, kind, about])
  const discard = useCallback(
    async (first: object): Promise<void> => {
      kept.current = { text: JSON.stringify(draftOf(first, 0)), state: { is: 'none' } }
      setState({ is: 'none' })
      setFound(undefined)
      await drop()
    },
    [drop],
  )
  const end = useCallback(async (): Promise<void> => {
    isOver.current = true
    await drop()
  }, [drop])
  return { state, found: foundStill, discard, end }
}
