import { useCallback, useEffect, useState } from 'react'
import type { PreviewView, FieldView } from '../../../bot/domain/corrections/view.js'
import type { Wanted } from '../../../bot/domain/corrections/decide.js'
import type { Got } from '../api.js'
import type { What } from './correct-dialog.js'
import { draftOf, wantedBy } from './draft.js'
import { useCorrections } from './use-corrections.js'
import { askedOf, type Refusal } from './ways.js'

export type Correcting = ReturnType<typeof useCorrecting>

/**
 * One correction while it is being made. `field` is what the editor has seen: when somebody else was first, `meanwhile` is what stands
 * now, and it is for the editor to say that they have seen that.
 */
export function useCorrecting(shown: FieldView, what: What, close: () => void) {
  const { ways, t, language, refresh, tell } = useCorrections()
  const [field, setField] = useState(shown)
  const [draft, setDraft] = useState(() => draftOf(shown.form, shown.live))
  const [preview, setPreview] = useState<PreviewView>()
  const [previewLanguage, setPreviewLanguage] = useState(language)
  const [why, setWhy] = useState('')
  const [problem, setProblem] = useState<string>()
  const [meanwhile, setMeanwhile] = useState<FieldView>()
  const [isBusy, setBusy] = useState(false)

  const wanted = useCallback((): Wanted => (what.is === 'edit' ? wantedBy(shown.form, draft) : what), [what, shown.form, draft])
  const stopped = useCallback(({ message, now }: Refusal) => {
    setProblem(message)
    setMeanwhile(now)
  }, [])
  const asking = useCallback(
    async <Body>(ask: () => Promise<Got<Body>>): Promise<Body | undefined> => {
      setBusy(true)
      setProblem(undefined)
      const got = await ask()
      setBusy(false)
      if (got.is === 'ok') return got.body
      setProblem((got.is === 'trouble' && got.message) || t('staff-corrections.not-reached'))
      return undefined
    },
    [t],
  )
  const look = useCallback(
    async (seen: FieldView, inLanguage: string): Promise<void> => {
      const found = await asking(() => ways.preview(askedOf(seen, wanted()), inLanguage))
      if (found?.kind === 'refused') return stopped(found)
      if (found) setPreview(found)
    },
    [asking, ways, wanted, stopped],
  )
  // A way back has nothing to fill in: it is looked at as soon as it is asked for.
  useEffect(() => {
    if (what.is !== 'edit') void look(shown, language)
    // Only once: what comes later is asked for by a button.
  }, [])

  return {
    ...{ field, draft, setDraft, preview, previewLanguage, why, setWhy, problem, meanwhile, isBusy },
    step: what.is === 'edit' && !preview ? ('edit' as const) : ('preview' as const),
    look: () => look(field, previewLanguage),
    lookIn(inLanguage: string) {
      setPreviewLanguage(inLanguage)
      void look(field, inLanguage)
    },
    back() {
      setPreview(undefined)
      setProblem(undefined)
    },
    /** Having seen what stands now, the same is asked for on top of it. */
    stillMine(now: FieldView) {
      setMeanwhile(undefined)
      setField(now)
      void look(now, previewLanguage)
    },
    /** Begins again from what stands now. */
    beginAgain(now: FieldView) {
      setMeanwhile(undefined)
      setProblem(undefined)
      setField(now)
      setDraft(draftOf(now.form, now.live))
      setPreview(undefined)
      if (what.is !== 'edit') close()
      void refresh()
    },
    async publish(): Promise<void> {
      const done = await asking(() => ways.publish(askedOf(field, wanted()), why))
      if (done?.kind === 'refused') return stopped(done)
      if (!done) return
      close()
      tell(t('staff-corrections.published', { what: `${shown.name}: ${t(`staff-corrections.field.${shown.field}`)}` }))
      await refresh()
    },
  }
}
