import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { EventKind, ProjectEventSent } from '../../../../bot/domain/projects/events.js'
import type { ProjectPermission } from '../../../../bot/domain/projects/permissions.js'
import { newId } from '../../../chat/new-id.js'
import { linkTo } from '../address.js'
import { useProjects } from '../use-projects.js'
import type { OneView } from '../ways.js'

const LOOK_AGAIN_MS = 30_000

/** What stands in the way of something that was sent, in words. */
export type Trouble = string

export type ProjectInHand = {
  view: OneView
  /** Both what the person may do and what the phase has: only then is it offered. */
  can: (kind: EventKind, permission: ProjectPermission) => boolean
  may: (permission: ProjectPermission) => boolean
  /**
   * Undefined when it is done; otherwise what stands in the way. `done` is told. `seen`: what an editor began from (`view.seen`). When
   * somebody else was first, nothing is done, and `view` is what stands now.
   */
  act: (event: ProjectEventSent, done: string, editing?: { seen?: string }) => Promise<Trouble | undefined>
  read: () => Promise<void>
}

export const ProjectContext = createContext<ProjectInHand | undefined>(undefined)
export function useProject(): ProjectInHand {
  const inHand = useContext(ProjectContext)
  if (!inHand) throw new Error('A part of a project stands outside of it.')
  return inHand
}

/** A project, read anew while it is looked at and after each act. */
export function useProjectInHand(project: string, isShown: boolean) {
  const { ways, t, tell } = useProjects()
  const [view, setView] = useState<OneView>()
  const [trouble, setTrouble] = useState<string>()
  // The same words sent again are the same act, however often they are sent; other words are another.
  const key = useRef({ of: '', is: '' })

  const read = useCallback(async (): Promise<void> => {
    const got = await ways.one(project)
    if (got.is === 'ok') setView((before) => (before && before.version > got.body.version ? before : got.body))
    setTrouble(got.is === 'ok' ? undefined : (got.message ?? t('staff-projects.not-read')))
  }, [ways, project, t])
  useEffect(() => {
    if (!isShown) return
    void read()
    const timer = setInterval(() => void read(), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [isShown, read])

  const act = useCallback<ProjectInHand['act']>(
    async (event, done, editing) => {
      const of = JSON.stringify([event, editing])
      if (key.current.of !== of) key.current = { of, is: newId() }
      const result = await ways.act(project, event, editing?.seen, key.current.is)
      if (result.is === 'done') {
        key.current = { of: '', is: '' }
        tell(done)
        if (result.view) setView(result.view)
        else location.hash = linkTo({})
        return undefined
      }
      // Also after a refusal: what was shown may be what is no longer so.
      await read()
      return result.message ?? t('staff-projects.not-sent')
    },
    [ways, project, tell, t, read],
  )
  const inHand = useMemo<ProjectInHand | undefined>(() => {
    if (!view) return undefined
    const may = (permission: ProjectPermission): boolean => view.may.includes(permission)
    return { view, may, can: (kind, permission) => may(permission) && view.can.includes(kind), act, read }
  }, [view, act, read])
  return { inHand, trouble, read }
}
