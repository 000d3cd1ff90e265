import type { DeskView } from '../../../bot/domain/desk/desk-view.js'

export type Columns = { open: readonly string[]; gone: readonly string[] }

/**
 * Which chats stand side by side after a new view. A chat that was taken from this agent stays until it is put away by hand; one that was
 * handed over is where it was meant to be.
 */
export function columnsAfter({ open, gone }: Columns, before: DeskView | undefined, view: DeskView): Columns {
  const mine = view.mine.map(({ id }) => id)
  const isHandedOver = (id: string): boolean =>
    !mine.includes(id) && before?.mine.some((one) => one.id === id && one.status === 'transferring') === true
  const kept = open.filter((id) => !isHandedOver(id))
  return {
    open: [...kept, ...mine.filter((id) => !kept.includes(id))],
    gone: [...new Set([...gone, ...kept])].filter((id) => !mine.includes(id)),
  }
}

export const without = ({ open, gone }: Columns, handOff: string): Columns => ({
  open: open.filter((id) => id !== handOff),
  gone: gone.filter((id) => id !== handOff),
})
