import { tally, type Matter } from './matter.js'
import type { Moment } from './moment.js'
import type { Project } from './project.js'
import { withMatter } from './putting.js'
import { moved, then, type Stepped } from './stepped.js'
import { answerable } from './telling.js'
import { count, whyNotCarriedOut } from './voting.js'

type When = Pick<Moment, 'at' | 'today'>

/**
 * What time alone does: where the days to vote are over, those who voted decide if they are enough. If they are not, the matter stays open,
 * is told of once, and comes up at the next meeting: nothing is decided by silence. What was decided and could not be carried out is, as
 * soon as it can be. Twice in a day is as once.
 */
export function ticked(project: Project, when: When): Stepped {
  const awake = project.snoozes.filter(({ until }) => until > when.today)
  const rested = awake.length === project.snoozes.length ? project : { ...project, snoozes: awake }
  return rested.matters.reduce<Stepped>((stepped, { number }) => then(stepped, (now) => looked(now, number, when)), moved(rested))
}

function looked(project: Project, number: number, when: When): Stepped {
  const matter = project.matters.find((one) => one.number === number)
  if (!matter) return moved(project)
  if (matter.due < when.today && !matter.isCounted) return timeOver(project, matter, when)
  const result = tally(project.roster, matter)
  const isReady = result.is === 'decided' && !whyNotCarriedOut(project, matter, result.choice)
  return isReady ? count(project, matter, when) : moved(project)
}

function timeOver(project: Project, open: Matter, when: When): Stepped {
  const matter = { ...open, isCounted: true }
  const counted = withMatter(project, matter)
  if (tally(project.roster, matter).is === 'open')
    return moved(counted, [{ tell: answerable(project), what: 'vote-late', matter: matter.number }])
  return count(counted, matter, when)
}
