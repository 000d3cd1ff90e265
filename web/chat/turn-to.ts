const isOpen = (field: Element): boolean => field.closest('details') === null
const asks = (card: Element): boolean => [...card.querySelectorAll('.field')].some(isOpen)

/** Where somebody goes on who has just pressed a button: at the heading of what is asked of them now, else where the answer begins. */
export function turnTo(answer: HTMLElement): void {
  const question = [...answer.querySelectorAll('.card')].filter(asks).at(-1)
  const place = question?.querySelector<HTMLElement>('h3, h4, h5, h6') ?? answer
  // It is a place to go on from, and none to come back to by Tab.
  place.tabIndex = -1
  place.focus({ preventScroll: true })
}
