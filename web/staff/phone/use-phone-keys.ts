import { useEffect, type RefObject } from 'react'

/** Alt and a letter, wherever the focus is on the page: to the text to read aloud, the next one each time, and to the box of the question. */
export function usePhoneKeys(page: RefObject<HTMLDivElement | null>, isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return
    const pressed = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const go = GO[event.code]
      if (!go || !page.current) return
      event.preventDefault()
      go(page.current)
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [page, isShown])
}

const GO: Readonly<Record<string, (page: HTMLElement) => void>> = {
  KeyR: (page) => {
    const texts = [...page.querySelectorAll<HTMLElement>('[data-ear]')].filter((text) => text.checkVisibility())
    const now = texts.findIndex((text) => text === document.activeElement)
    texts[(now + 1) % Math.max(1, texts.length)]?.focus()
  },
  KeyF: (page) => page.querySelector<HTMLTextAreaElement>('.phone-ask textarea')?.focus(),
}
