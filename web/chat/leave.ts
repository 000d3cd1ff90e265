import { isFramed } from './in-frame.js'

// Other tabs of the same person are told. A channel keeps nothing, unlike storage.
const CHANNEL = 'lotsen'
const LEFT = 'left'
// A cookie of a frame is taken away as a cookie of a frame, and what a script asks for does not say by itself where it comes from.
const FRAMED = '?framed=1'

/** "Leave quickly and clear": the server forgets, the page is emptied, every tab goes to a neutral place, and "back" does not lead here. */
export function leaving(leaveTo: string, stop: () => void) {
  const tabs = typeof BroadcastChannel === 'function' ? new BroadcastChannel(CHANNEL) : undefined

  const go = (): void => {
    stop()
    document.title = ''
    document.body.replaceChildren()
    leave(leaveTo)
  }

  tabs?.addEventListener('message', ({ data }) => data === LEFT && go())

  return (form: HTMLFormElement): void => {
    // Sent even though the page is on its way out; nobody waits for the answer.
    const told = fetch(`${form.getAttribute('action') ?? '/leave'}${isFramed() ? FRAMED : ''}`, {
      method: 'POST',
      body: new URLSearchParams(fieldsOf(form)),
      keepalive: true,
      redirect: 'manual',
    })
    told.catch(() => undefined)
    tabs?.postMessage(LEFT)
    go()
  }
}

const fieldsOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))

/** In a frame the whole window leaves: the page around it tells as much about the person as the chat does. */
function leave(leaveTo: string): void {
  try {
    ;(window.top ?? window).location.replace(leaveTo)
  } catch {
    // The browser lets a frame move its window only right after a press.
    location.replace(leaveTo)
  }
}
