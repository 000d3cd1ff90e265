const NEAR = 200

const behavior = (): ScrollBehavior => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth')

/** The person reads the newest, rather than something further up. */
export const isAtEnd = (): boolean => document.documentElement.scrollHeight - (scrollY + innerHeight) < NEAR

/** The top of a new answer comes into view, so that it is read from its beginning. */
export const showTop = (item: HTMLElement): void => item.scrollIntoView({ block: 'start', behavior: behavior() })

/** The person's own line comes into view, if it is not. */
export const showAtEnd = (item: HTMLElement): void => item.scrollIntoView({ block: 'nearest', behavior: behavior() })
