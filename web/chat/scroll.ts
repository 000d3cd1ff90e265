const NEAR = 200

const behavior = (): ScrollBehavior => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth')

/** The person reads the newest, rather than something further up. Below the messages stands the help, which does not count. */
export const isAtEnd = (): boolean => {
  const end = document.querySelector('#messages')?.getBoundingClientRect().bottom ?? 0
  return end - innerHeight < NEAR
}

/** The top of a new answer comes into view, so that it is read from its beginning. */
export const showTop = (item: HTMLElement): void => item.scrollIntoView({ block: 'start', behavior: behavior() })

/** The person's own line comes into view, if it is not. */
export const showAtEnd = (item: HTMLElement): void => item.scrollIntoView({ block: 'nearest', behavior: behavior() })
