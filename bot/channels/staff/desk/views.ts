import type { DeskView } from '../../../domain/desk/desk-view.js'
import { staffIdOf } from '../../../domain/desk/staff-member.js'
import { may } from '../../../domain/people/permissions.js'
import type { StaffDeskNeeds } from './needs.js'
import { isSlow, NOT_ALLOWED, send, type Seat } from './seat.js'

// Faster than this nobody sees. The desk is read once for all who look at it from this instance.
const BETWEEN_VIEWS_MILLISECONDS = 100

/** Shows every desk what is new in what it sees: soon after something has happened, and however much happens, not all the time. */
export function keepShowing(needs: StaffDeskNeeds, seats: ReadonlySet<Seat>): { soon(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  let isShowing = false
  let again = false

  const soon = (): void => {
    if (isShowing) again = true
    else if (!timer && seats.size > 0) timer = setTimeout(() => void showAll(), 0).unref()
  }
  const showAll = async (): Promise<void> => {
    timer = undefined
    isShowing = true
    try {
      await show(needs, seats)
    } catch (error) {
      needs.log.warn({ error }, 'the desk could not be read')
    }
    // What happens within the next moment is shown together.
    timer = setTimeout(() => {
      isShowing = false
      timer = undefined
      if (again) {
        again = false
        soon()
      }
    }, BETWEEN_VIEWS_MILLISECONDS).unref()
  }
  return { soon, stop: () => clearTimeout(timer) }
}

async function show({ desk }: StaffDeskNeeds, seats: ReadonlySet<Seat>): Promise<void> {
  const seen = await desk.overview()
  for (const seat of seats) {
    const member = seen.members.get(staffIdOf(seat.member))
    if (!member || !may(member.roles, 'desk.see')) {
      seat.socket.close(NOT_ALLOWED, 'no role')
      continue
    }
    seat.member = member
    if (isSlow(seat)) continue
    const view = desk.view(seen, member, seat.language)
    const compared = comparable(view)
    if (compared === seat.shown) continue
    seat.shown = compared
    send(seat, { kind: 'view', view })
  }
}

/** Without what only time changes: the page counts seconds itself. */
const comparable = ({ at: _, queues, ...rest }: DeskView): string =>
  JSON.stringify({ ...rest, queues: queues.map(({ longestWaitSeconds: __, ...queue }) => queue) })
