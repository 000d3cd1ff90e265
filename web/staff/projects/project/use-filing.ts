import { useEffect, useState } from 'react'
import { useProjects } from '../use-projects.js'
import type { FiledView } from '../ways.js'
import { useProject } from './use-project.js'

type Key = { kind: string; number: number; revision?: number }
/** Something that is filed, fetched when it is asked for; it never changes. */
export function useFiling(key: Key | undefined): { filed?: FiledView; trouble?: string } {
  const { ways, t } = useProjects()
  const { view } = useProject()
  const [found, setFound] = useState<{ filed?: FiledView; trouble?: string }>({})
  const { kind, number, revision } = key ?? {}
  useEffect(() => {
    if (kind === undefined || number === undefined) return setFound({})
    let isLatest = true
    void ways.filing(view.id, kind, number, revision).then((got) => {
      if (!isLatest) return
      setFound(got.is === 'ok' ? { filed: got.body } : { trouble: got.message ?? t('staff-projects.not-read') })
    })
    return () => {
      isLatest = false
    }
  }, [ways, t, view.id, kind, number, revision])
  return found
}
