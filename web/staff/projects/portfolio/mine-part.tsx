import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { linkTo } from '../address.js'
import { subjectText } from '../subject-text.js'
import { shortDay } from '../texts.js'
import { draftLink, dutyLink } from '../to-do.js'
import { useProjects } from '../use-projects.js'
import type { Mine } from '../ways.js'

const SHOWN = 6

/** What waits for the reader: votes, duties, and what was begun and not sent. The first of it, when it is much. */
export function MinePart({ mine }: { mine: Mine }) {
  const { t } = useProjects()
  const [isAll, setAll] = useState(false)
  const lines = useLines(mine)
  if (lines.length === 0) return null
  return (
    <section className="panel" aria-labelledby="projects-mine">
      <h2 id="projects-mine">{t('staff-projects.mine')}</h2>
      <ul className="projects-todo">
        {lines.slice(0, isAll ? undefined : SHOWN).map(({ id, to, text, about }) => (
          <li key={id}>
            <a href={to}>{text}</a>
            <span className="quiet">{about}</span>
          </li>
        ))}
      </ul>
      {lines.length > SHOWN && !isAll && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('staff-projects.show-all', { count: lines.length })}
        </Button>
      )}
    </section>
  )
}

type Line = { id: string; to: string; text: string; about: string }

function useLines({ toDecide, duties, drafts, projects, today }: Mine): Line[] {
  const { t, language } = useProjects()
  const nameOfProject = (id: string): string => projects.find((one) => one.id === id)?.name ?? id
  const due = (day: string): string =>
    t(day < today ? 'staff-projects.was-due' : 'staff-projects.due', { on: shortDay(day, language) })
  return [
    ...toDecide.map(({ project, number, subject, due: on, request }) => ({
      id: `${project} ${String(number)}`,
      to: linkTo({ project, tab: 'decisions', about: `matter-${String(number)}` }),
      text: t('staff-projects.decide', { what: subjectText(subject, t) }),
      about: [request?.title, nameOfProject(project), due(on)].filter(Boolean).join(' · '),
    })),
    // A vote is in the list of what is to be decided already.
    ...duties
      .filter(({ kind }) => kind !== 'vote')
      .map((duty) => ({
        id: duty.key,
        to: dutyLink(duty),
        text: t(`staff-projects.duty-${duty.kind}`),
        about: `${duty.name} · ${due(duty.due)}`,
      })),
    ...drafts.map((draft) => ({
      id: `${draft.project} ${draft.kind} ${draft.about}`,
      to: draftLink(draft),
      text: t(`staff-projects.draft-${draft.kind}`),
      about: nameOfProject(draft.project),
    })),
  ]
}
