import { useEffect, useRef } from 'react'

/** What the keys do, in the order in which the help tells it. Alt and Shift with a letter, since a letter alone belongs to the text. */
export const SHORTCUTS = [
  { keys: 'F6', word: 'regions' },
  { keys: 'Alt+Shift+N', word: 'next' },
  { keys: 'Alt+Shift+1–9', word: 'chat' },
  { keys: 'Alt+Shift+A', word: 'canned' },
  { keys: 'Alt+Shift+S', word: 'search' },
  { keys: 'Alt+Shift+T', word: 'transfer' },
  { keys: 'Alt+Shift+C', word: 'close' },
  { keys: 'Alt+Shift+H', word: 'help' },
  { keys: 'Enter', word: 'send' },
  { keys: 'Shift+Enter', word: 'line' },
  { keys: 'Esc', word: 'escape' },
] as const

// Buttons that a key presses in the chat that has focus, or the first one.
const IN_CHAT: Record<string, string> = { KeyA: 'canned', KeyS: 'search', KeyT: 'transfer', KeyC: 'close' }

/** Everything that the keys do wherever the focus is. `isShown`: the desk is seen; otherwise only the parts of the page are gone round. */
export function useShortcuts(isShown: boolean, help: () => void): void {
  const helping = useRef(help)
  helping.current = help
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return
      if (event.key === 'F6') return taken(event, () => nextRegion(event.shiftKey ? -1 : 1))
      if (!isShown || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return
      if (event.code === 'KeyH') return taken(event, helping.current)
      if (event.code === 'KeyN') return taken(event, () => press(document, 'next'))
      if (event.code.startsWith('Digit')) return taken(event, () => writeIn(Number(event.code.slice(5))))
      const name = IN_CHAT[event.code]
      if (name) taken(event, () => press(chatWithFocus() ?? document, name))
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [isShown])
}

const taken = (event: KeyboardEvent, act: () => void): void => {
  event.preventDefault()
  act()
}

const press = (within: ParentNode, name: string): void => within.querySelector<HTMLElement>(`[data-key="${name}"]`)?.click()
const chatWithFocus = (): Element | null | undefined => document.activeElement?.closest('[data-chat]')
const writeIn = (number: number): void =>
  document.querySelectorAll<HTMLElement>('[data-chat]')[number - 1]?.querySelector<HTMLElement>('.answer textarea')?.focus()

function nextRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.checkVisibility())
  const now = regions.findIndex((region) => region.contains(document.activeElement))
  regions.at((now + step + (now < 0 && step < 0 ? 1 : 0)) % regions.length)?.focus()
}
