import { Button, Spinner } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { PlanContent } from '../../../../bot/domain/projects/plan.js'
import { linkTo } from '../address.js'
import { useProject, type Trouble } from '../project/use-project.js'
import { useProjects } from '../use-projects.js'
import type { KeptDraft, OneView } from '../ways.js'
import { ActForm } from './act-form.js'
import { DraftLine } from './draft-line.js'
import { DraftTold } from './draft-told.js'
import { RequestPage } from './request-page.js'
import { BLANK, firstGap, missingOn, PAGES, requestSaid, type TypedRequest } from './request-typed.js'
import { foundIn, keptIn } from './draft-shape.js'
import { useDraft } from './use-draft.js'

type Request = OneView['requests'][number]

/** A change request, page by page, kept as it is written. `revises`: the request that it is a new revision of. */
export function RequestForm({ revises }: { revises?: Request }) {
  const { ways, t } = useProjects()
  const { view } = useProject()
  const about = revises ? String(revises.number) : ''
  const [kept, setKept] = useState<KeptDraft | null>()
  useEffect(() => {
    void ways.draft(view.id, 'change-request', about).then((got) => setKept(got.is === 'ok' ? got.body.draft : null))
  }, [ways, view.id, about])
  if (kept === undefined) return <Spinner label={t('staff.starting')} />
  if (!view.plan) return <p>{t('staff-projects.no-plan')}</p>
  return <Wizard {...{ kept, about }} content={view.plan.content} {...(revises ? { revises } : {})} />
}

type Props = { kept: KeptDraft | null; about: string; content: PlanContent; revises?: Request }

function Wizard({ kept, about, content, revises }: Props) {
  const { t } = useProjects()
  const { view, act } = useProject()
  const begun = keptIn(kept) as TypedRequest | undefined
  const start: TypedRequest = revises?.latest ?? BLANK
  const [typed, setTyped] = useState<TypedRequest>(begun ?? start)
  const firstPage = begun ? Math.min(kept?.page ?? 0, PAGES.length - 1) : 0
  const [page, setPage] = useState(firstPage)
  const draft = useDraft({ of: { kind: 'change-request', about }, said: typed, page, found: foundIn(kept) })
  const name = PAGES[page]!
  const heading = useHeadingFocus(page)
  const isLast = page === PAGES.length - 1
  const gap = firstGap(typed)
  const submit = async (): Promise<Trouble | undefined> => {
    if (!isLast) {
      setPage(page + 1)
      return undefined
    }
    const said = requestSaid(typed)
    const event = revises
      ? { kind: 'request-revised' as const, request: revises.number, said }
      : { kind: 'change-requested' as const, said }
    const trouble = await act(event, t(revises ? 'staff-projects.request-revised' : 'staff-projects.request-made'))
    if (trouble) return trouble
    await draft.end()
    location.hash = linkTo({ project: view.id, tab: 'decisions' })
    return undefined
  }
  return (
    <ActForm
      title={revises ? t('staff-projects.revise', { number: revises.number }) : t('staff-projects.write-change')}
      doText={t(isLast ? 'staff-projects.request-send' : 'staff-projects.page-next')}
      isReady={isLast ? gap === undefined : missingOn(name, typed).length === 0}
      submit={submit}
      more={page > 0 && <Button onClick={() => setPage(page - 1)}>{t('staff-projects.page-before')}</Button>}
    >
      <h4 ref={heading} tabIndex={-1}>
        {t('staff-projects.step-of', { page: page + 1, pages: PAGES.length })}: {t(`staff-projects.step-${name}`)}
      </h4>
      {page === firstPage && <DraftTold draft={draft} />}
      <RequestPage
        page={name}
        {...{ typed, content }}
        gap={gap}
        set={(change) => setTyped((before) => ({ ...before, ...change }))}
        goTo={(to) => setPage(PAGES.indexOf(to))}
      />
      <DraftLine
        draft={draft}
        discard={() => {
          setTyped(start)
          setPage(0)
          void draft.discard(start)
        }}
      />
    </ActForm>
  )
}

/** Whoever comes to another page stands at its heading. */
function useHeadingFocus(page: number) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(page)
  useEffect(() => {
    if (before.current !== page) heading.current?.focus()
    before.current = page
  }, [page])
  return heading
}
