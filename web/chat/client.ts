import { chat } from './chat.js'
import { talkToFrame } from './in-frame.js'
import { leaving } from './leave.js'
import { pressedIn } from './press.js'
import { byId, readSetup } from './setup.js'

/** Makes the page livelier. Everything on it works by forms without this, and goes on so if anything here throws. */
function start(): void {
  const setup = readSetup()
  const form = byId('say', HTMLFormElement)
  const hiddenId = form.elements.namedItem('id')
  if (!(hiddenId instanceof HTMLInputElement)) throw new Error('The form has no hidden id')
  const box = byId('text', HTMLTextAreaElement)
  const parts = {
    list: byId('messages', HTMLElement),
    box,
    hiddenId,
    live: byId('live', HTMLElement),
    line: byId('status', HTMLElement),
    desk: byId('desk', HTMLElement),
    deskText: byId('desk-text', HTMLElement),
    form,
    filePart: byId('file-part', HTMLElement),
    fileInput: byId('file', HTMLInputElement),
  }

  const talk = chat(parts, setup)
  const leave = leaving(setup.leaveTo, talk.stop)

  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return
    const act = submitted(event.target, event.submitter)
    if (!act) return
    act()
    // Last: if anything above throws, the browser sends the form.
    event.preventDefault()
  })

  // A field named "action" would hide the form's own property, so its attribute is read. Other forms load the page anew.
  const submitted = (sent: HTMLFormElement, button: HTMLElement | null): (() => void) | undefined => {
    const action = sent.getAttribute('action')
    if (action === '/say' || action === '/file') return talk.say
    if (action === '/leave') return () => leave(sent)
    const pressed = action === '/press' ? pressedIn(sent, button) : undefined
    return pressed && (() => talk.press(pressed))
  }

  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  })

  keepAwake(talk)
  if (!navigator.cookieEnabled) talk.sayThisTabOnly()
  talkToFrame(box)
}

const ASLEEP = 30_000

/** Goes on at once when there is a network again, or when somebody looks at the page again. */
function keepAwake(talk: Pick<ReturnType<typeof chat>, 'goOn' | 'cutOff'>): void {
  let hiddenAt = 0
  addEventListener('online', talk.goOn)
  addEventListener('offline', talk.cutOff)
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hiddenAt = Date.now()
    else if (Date.now() - hiddenAt > ASLEEP) talk.goOn()
  })
  // A page from the browser's memory may belong to a conversation that has been left since.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
}

// What is thrown here ends up in the browser's console, and nothing else happens: listeners are added when nothing can fail any more.
start()
