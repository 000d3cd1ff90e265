import type { Card } from '../../domain/conversations/message.js'
import type { MineView } from '../../domain/projects/project-view.js'
import type { Translate } from '../../i18n/translate.js'
import { dateText } from '../plan-dates.js'
import type { FillCard } from '../templates.js'
import { summaryLine } from './project-card.js'
import { projectPartCard } from './project-part-card.js'

/** A list that is read, not searched: the rest is in the tab. */
const MOST = 10

export type MineCard = { mine: MineView; language: string; t: Translate; link: string }

/** Somebody's projects, what they have to do, and what waits for their vote. */
export function mineCard(fill: FillCard, { mine, language, t, link }: MineCard): Card {
  const { projects, duties, toDecide, today } = mine
  const more = projects.length - MOST
  const doneBy = (due: string): string => dateText(due, language)
  return projectPartCard(fill, {
    project: t('projects.mine.count', { count: projects.length }),
    title: t('projects.mine.title'),
    paragraphs: [
      ...duties.slice(0, MOST).map((duty) =>
        t(duty.due < today ? 'projects.mine.duty-late' : 'projects.mine.duty', {
          ...{ number: duty.number, what: t(`projects.duty.${duty.kind}`), due: doneBy(duty.due) },
        }),
      ),
      ...(more > 0 ? [t('projects.mine.more', { count: more })] : []),
    ],
    rows: projects.slice(0, MOST).map((one) => ({ name: `${one.number} ${one.name}`, text: summaryLine(one, t) })),
    buttons: [
      ...toDecide.slice(0, MOST).map(({ project, number }) => ({
        id: `matter-${project}-${number}`,
        title: t('projects.mine.decide', {
          number: projects.find(({ id }) => id === project)?.number ?? project,
          matter: number,
        }),
        press: { verb: 'project.matter', project, matter: number },
        isMain: true,
      })),
      ...projects.slice(0, MOST).map(({ id, number }) => ({
        id: `project-${id}`,
        title: t('projects.mine.show', { number }),
        press: { verb: 'project.show', project: id },
      })),
    ],
    tab: { title: t('projects.open-tab'), url: link },
    language,
  })
}
