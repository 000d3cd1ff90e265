import type { Waking } from '../domain/conversations/waking.js'
import type { Clock } from './clock.js'
import { keepLooking } from './keep-looking.js'
import { tellStaff, type TellStaffNeeds } from './tell-staff.js'

const LOOK_MILLISECONDS = 15_000

/** Tells staff what they must know when something happens at the desk, and looks again for what had to wait. On every instance. */
export const keepStaffTold = (needs: TellStaffNeeds & { waking: Pick<Waking, 'onDesk'>; clock?: Pick<Clock, 'every'> }) =>
  keepLooking({
    work: () => tellStaff(needs),
    failed: (error) => needs.log.error({ error }, 'staff could not be told'),
    everyMilliseconds: LOOK_MILLISECONDS,
    wakes: (look) => [needs.waking.onDesk(({ kind }) => void ((kind === 'hand-off' || kind === '*') && look()))],
    clock: needs.clock,
  })
