import { z } from 'zod'
import { channelOf } from '../../domain/desk/channel-of.js'
import { mayDo } from '../../domain/projects/permissions.js'
import { peopleOf } from '../../domain/projects/project.js'
import { personSkill } from '../../turn/staff-skill.js'
import type { Inbound } from '../../turn/turn.js'
import { projectWish } from '../../understanding/project-wish.js'
import { askingOf } from './asking.js'
import type { Asking, ProjectsNeeds, SteeringPlaces } from './needs.js'
import { isNamed } from './start.js'
import { tell, type Told } from './told.js'

const Address = z.looseObject({ conversation: z.looseObject({ id: z.string() }) })

type Asked = {
  which?: string
  isRemoval: boolean
  conversation: string
  kind: 'group' | 'channel'
  address: Record<string, unknown>
}

/** "Styrgrupp P-2027-001" in a channel or a chat: from then on what waits for the steering group is shown there, to be decided on there. */
export const placeSteering = (needs: ProjectsNeeds, places: SteeringPlaces) =>
  personSkill<Asked, Told>({
    name: 'place-steering',
    ask: askedOf,
    async act(who, asked, { inResponse: isInvoke, locale }) {
      const asking = await askingOf(needs, who, 'chat', locale)
      const text = asked.isRemoval ? await removed(asking, places, asked) : await placed(asking, places, asked)
      return { language: asking.language, text, isInvoke }
    },
    answer: tell,
  })

function askedOf({ kind, said, key, returnAddress }: Inbound): Asked | undefined {
  const wish = kind !== 'personal' && said.kind === 'text' ? projectWish(said.text) : undefined
  if (kind === 'personal' || (wish?.kind !== 'steering-place' && wish?.kind !== 'no-steering-place')) return undefined
  const here = Address.safeParse(returnAddress).data
  if (!here) return undefined
  const { activityId: _answered, ...rest } = here
  const conversation = channelOf(key.conversation)
  const address = { ...rest, conversation: { ...here.conversation, id: conversation } }
  const which = wish.kind === 'steering-place' ? wish.which : undefined
  return { ...(which ? { which } : {}), isRemoval: wish.kind === 'no-steering-place', conversation, kind, address }
}

async function placed({ needs, by, language, t }: Asking, places: SteeringPlaces, asked: Asked): Promise<string> {
  const named = await namedBy({ needs, by }, asked.which)
  const [one, ...others] = named
  if (!one) return t('projects.place.none')
  if (others.length > 0) return t('projects.place.which', { numbers: named.map(({ number }) => number).join(', ') })
  const row = await needs.projects.row(one.id, by)
  const people = row && peopleOf(row.project)
  const may = people && (mayDo(people, by, 'meeting.lead') || mayDo(people, by, 'roster.change'))
  if (!row || !may) return t('projects.place.not-yours')
  const { conversation, kind, address } = asked
  await places.openPlace({ project: one.id, conversation, language, by: by.person, since: needs.now() }, kind, address)
  await places.show(row, conversation, language)
  return t('projects.place.done', { number: one.number, name: one.name })
}

const MOST_FOUND = 5
type Named = { id: string; number: string; name: string }

/** One's own projects that are called so; otherwise others that one may see, as the portfolio office does. */
async function namedBy({ needs, by }: Pick<Asking, 'needs' | 'by'>, which: string | undefined): Promise<readonly Named[]> {
  const { projects } = await needs.projects.mine(by)
  if (which === undefined) return projects
  const own = projects.filter((one) => isNamed(one, which))
  if (own.length > 0) return own
  const numbered = await needs.projects.row(which.replaceAll(' ', '-'), by)
  return numbered ? [numbered.project] : needs.projects.find(which, by, MOST_FOUND)
}

/** Whoever can write in a channel may stop what is shown there: it takes nothing from anybody, and each is asked in their own chat. */
async function removed({ t, by }: Asking, places: SteeringPlaces, { conversation }: Asked): Promise<string> {
  const closed = await places.closePlaces(conversation, by.person)
  return t(closed > 0 ? 'projects.place.removed' : 'projects.place.none-here')
}
