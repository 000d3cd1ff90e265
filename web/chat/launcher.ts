import { embedWords } from './embed-words.js'
import type { FrameWord } from './in-frame.js'
import { LAUNCHER_CSS } from './launcher-css.js'

// How long the chat may take to say that it is shown, after its frame has loaded. A refused frame loads too, but says nothing.
const PATIENCE = 3_000

/**
 * A button in the corner of somebody else's page that opens the chat in a frame. Nothing of it leaks into the page or the other
 * way round, and nothing is asked from the chat's server before the button is pressed.
 */
export function launcher(origin: string, wish: string): HTMLElement {
  const { language, direction, words } = embedWords(wish)
  const host = document.createElement('lotsen-chat')
  host.lang = language
  host.dir = direction
  const root = host.attachShadow({ mode: 'open' })
  // A sheet made by script is no inline style, so a page with a strict policy lets it through.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(LAUNCHER_CSS)
  root.adoptedStyleSheets = [sheet]

  const address = `${origin}/?framed=1&language=${encodeURIComponent(language)}`
  const opener = element('button', { type: 'button', id: 'open', 'aria-expanded': 'false', 'aria-controls': 'panel' }, words.open)
  const close = element('button', { type: 'button', id: 'close', 'aria-label': words.close }, '\u00d7')
  const link = element('a', { href: `${origin}/`, target: '_blank', rel: 'noopener' }, words.window)
  const notHere = element('p', { id: 'not-here', role: 'status' })
  const panel = element('div', { id: 'panel', role: 'dialog', 'aria-label': words.title, hidden: '' })
  const bar = element('div', { id: 'bar' })
  bar.append(link, close)
  panel.append(bar, notHere)
  root.append(opener, panel)

  let frame: HTMLIFrameElement | undefined
  let isReady = false

  const say = (word: FrameWord): void => frame?.contentWindow?.postMessage(word, origin)

  const showWhetherHere = (): void => {
    if (!frame) return
    frame.hidden = !isReady
    notHere.textContent = isReady ? '' : words['not-here']
    // Focus was on its way into the frame; the link leads to the same place.
    if (!isReady && !panel.hidden) link.focus()
  }

  const makeFrame = (): HTMLIFrameElement => {
    const made = element('iframe', { src: address, title: words.title, allow: 'clipboard-write' })
    made.addEventListener('load', () => setTimeout(() => isReady || showWhetherHere(), PATIENCE))
    panel.append(made)
    return made
  }

  const show = (isShown: boolean): void => {
    panel.hidden = !isShown
    opener.setAttribute('aria-expanded', String(isShown))
    if (!isShown) return opener.focus()
    frame ??= makeFrame()
    if (frame.hidden) return link.focus()
    frame.focus()
    // Before it is ready the window is not yet the chat's, and the browser would complain on the page around it.
    if (isReady) say('lotsen.focus')
  }

  opener.addEventListener('click', () => show(panel.hidden))
  close.addEventListener('click', () => show(false))
  root.addEventListener(
    'keydown',
    (event) => event instanceof KeyboardEvent && event.key === 'Escape' && !panel.hidden && show(false),
  )
  addEventListener('message', ({ source, origin: from, data }) => {
    if (!frame || source !== frame.contentWindow || from !== origin) return
    if (data === ('lotsen.close' satisfies FrameWord)) show(false)
    if (data !== ('lotsen.ready' satisfies FrameWord)) return
    const isFirst = !isReady
    isReady = true
    showWhetherHere()
    if (isFirst && !panel.hidden) say('lotsen.focus')
  })
  return host
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string>,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.textContent = text
  return made
}
