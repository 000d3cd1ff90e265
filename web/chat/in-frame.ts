/** What the frame and the launcher on the page around it say to each other. Neither says anything about the conversation. */
export type FrameWord = 'lotsen.ready' | 'lotsen.close' | 'lotsen.focus'

export const isFramed = (): boolean => window.parent !== window

/**
 * Tells the page around that the chat is shown, and when Escape is pressed; takes focus when asked to. What is said is no
 * secret, so it does not matter who listens.
 */
export function talkToFrame(box: HTMLElement): void {
  if (!isFramed()) return
  const say = (word: FrameWord): void => window.parent.postMessage(word, '*')
  addEventListener('message', ({ source, data }) => {
    // On a touch screen focus would open the keyboard over what there is to read.
    if (source === window.parent && data === ('lotsen.focus' satisfies FrameWord) && !matchMedia('(pointer: coarse)').matches)
      box.focus()
  })
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) say('lotsen.close')
  })
  say('lotsen.ready')
}
