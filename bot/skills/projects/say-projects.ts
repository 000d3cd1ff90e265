import { mineCard } from '../../cards/projects/mine-card.js'
import { visibleText } from '../../understanding/normalise.js'
import { maskDeep } from '../../understanding/personal-data.js'
import { projectWish, type ProjectWish } from '../../understanding/project-wish.js'
import { personSkill } from '../../turn/staff-skill.js'
import { askingOf } from './asking.js'
import type { Asking, ProjectsNeeds } from './needs.js'
import { started, type Start } from './start.js'
import { tell, type Told } from './told.js'

type Wish = Exclude<ProjectWish, { kind: 'steering-place' | 'mine' | 'no-steering-place' }>
type Asked = { wish: Exclude<ProjectWish, { kind: 'steering-place' | 'no-steering-place' }>; words: string }

/** "Mina projekt", "statusrapport", "ändringsbegäran", and a change that is told of in one's own words. */
export const sayProjects = (needs: ProjectsNeeds) =>
  personSkill<Asked, Told>({
    name: 'say-projects',
    ask({ said }) {
      const wish = said.kind === 'text' ? projectWish(said.text) : undefined
      if (!wish || said.kind !== 'text' || wish.kind === 'steering-place' || wish.kind === 'no-steering-place') return undefined
      return { wish, words: withoutPersonalData(said.text) }
    },
    async act(who, { wish, words }, { inResponse: isInvoke, locale }) {
      const asking = await askingOf(needs, who, 'chat', languageOf(wish, locale))
      const { language } = asking
      if (wish.kind === 'mine') return { language, isInvoke, ...(await mine(asking)) }
      const { isNone, ...told } = await started(asking, startOf(wish, words))
      // Whoever has no project has told of something else, and is answered by those who know more of it.
      return isNone && wish.kind === 'change' ? undefined : { language, isInvoke, ...told }
    },
    answer: tell,
  })

const startOf = (wish: Wish, words: string): Start =>
  wish.kind === 'form' ? wish : { form: 'change-request', change: { ...wish.change, words } }

/** What is kept on a card is kept without numbers of people. */
const withoutPersonalData = (text: string): string => maskDeep(visibleText(text)).value as string

/** Who writes English is answered so, whatever Teams is set to. */
const languageOf = ({ language }: ProjectWish, locale: string | undefined): string | undefined =>
  locale?.startsWith(language) ? locale : language

async function mine(asking: Asking): Promise<Pick<Told, 'text' | 'card'>> {
  const { needs, t, language } = asking
  const view = await needs.projects.mine(asking.by)
  if (view.projects.length === 0 && view.toDecide.length === 0) return { text: t('projects.mine.none') }
  return { text: '', card: mineCard(needs.fill, { mine: view, language, t, link: needs.link() }) }
}
