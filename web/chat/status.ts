/** What a line of status is about: a later one of the same kind takes it away. */
export type StatusKind = 'waiting' | 'connection' | 'trouble' | 'typing' | 'file'

/** The one line that says what is going on, and a button to try again when something did not go. */
export function statusLine(line: HTMLElement, box: HTMLElement, tryAgainLabel: string) {
  let kind: StatusKind | undefined
  let button: HTMLButtonElement | undefined

  const removeButton = (): void => {
    // Focus must not fall to the top of the page with the button.
    if (button && button === document.activeElement) box.focus({ preventScroll: true })
    button?.remove()
    button = undefined
  }

  return {
    say(next: StatusKind, words: string): void {
      // Trouble that asks for something to be done is not hidden by a remark about the connection.
      if (kind === 'trouble' && next !== 'trouble') return
      kind = next
      line.dataset['kind'] = next
      if (line.textContent !== words) line.textContent = words
    },
    clear(which: StatusKind): void {
      if (which === 'trouble') removeButton()
      if (kind !== which) return
      kind = undefined
      delete line.dataset['kind']
      line.textContent = ''
    },
    offerAgain(again: () => void): void {
      removeButton()
      button = document.createElement('button')
      button.type = 'button'
      button.id = 'again'
      button.className = 'button'
      button.textContent = tryAgainLabel
      button.addEventListener('click', again)
      line.after(button)
    },
  }
}

export type Status = ReturnType<typeof statusLine>
