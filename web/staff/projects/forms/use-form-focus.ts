import { useEffect, useRef } from 'react'

/**
 * Whoever has opened a form by a press stands at its heading, since what was pressed may be gone; and when it is closed, at the heading of the
 * part that it was in. A form that was there all the time takes nobody anywhere.
 */
export function useFormFocus(isOpened: boolean) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isOpened) return
    const around = heading.current?.closest('section')?.querySelector<HTMLElement>('h2, h3')
    heading.current?.focus()
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) around?.focus()
      })
    }
  }, [isOpened])
  return heading
}
