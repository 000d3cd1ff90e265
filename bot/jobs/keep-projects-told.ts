import type { Waking } from '../domain/conversations/waking.js'
import type { Clock } from './clock.js'
import { keepLooking } from './keep-looking.js'
import { tellOfProjects, type TellNeeds } from './projects-tell.js'

const LOOK_MILLISECONDS = 15_000

/** Tells what changes of projects have set off: at once when it starts, as soon as it is heard of, and again what was put off. On every instance. */
export function keepProjectsTold(needs: TellNeeds & { waking: Pick<Waking, 'onProject'>; clock?: Pick<Clock, 'every'> }) {
  const looking = keepLooking({
    work: () => tellOfProjects(needs),
    failed: (error) => needs.log.error({ error }, 'nobody was told of projects'),
    everyMilliseconds: LOOK_MILLISECONDS,
    wakes: (look) => [needs.waking.onProject(look)],
    clock: needs.clock,
  })
  looking.look()
  return looking
}
