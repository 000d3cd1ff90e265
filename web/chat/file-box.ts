import type { ClientWord, Setup } from './setup.js'
import type { Status } from './status.js'

type FileWord = Extract<ClientWord, `file-${string}`>
type Needs = {
  form: HTMLFormElement
  part: HTMLElement
  input: HTMLInputElement
  status: Status
  words: Record<FileWord, string>
  files: Setup['files']
}

export type FileBox = ReturnType<typeof fileBox>

/** Where a file is chosen: by the keyboard, by pasting a picture, or by dropping one on the page. Only while a person answers. */
export function fileBox({ form, part, input, status, words, files }: Needs) {
  let bar: HTMLProgressElement | undefined

  /** Why a file cannot be sent, as far as the browser can see; the server looks once more. */
  const whyNot = ({ type, size }: File): FileWord | undefined => {
    if (!files.types.includes(type)) return 'file-type'
    if (size === 0) return 'file-empty'
    return size > files.bytes ? 'file-too-large' : undefined
  }

  const refuse = (why: FileWord): void => {
    input.value = ''
    status.clear('trouble')
    status.say('trouble', words[why])
  }

  const look = (): void => {
    const file = input.files?.[0]
    if (!file) return
    const why = whyNot(file)
    if (why) return refuse(why)
    status.clear('trouble')
    status.say('file', words['file-chosen'])
  }

  /** False when it was no file, or nobody is there to send one to: then the browser does what it would. */
  const take = (given: FileList | undefined): boolean => {
    if (part.hidden || !given?.length) return false
    input.files = given
    look()
    return true
  }

  input.addEventListener('change', look)
  document.addEventListener('paste', (event) => take(event.clipboardData?.files) && event.preventDefault())
  document.addEventListener('dragover', (event) => !part.hidden && event.preventDefault())
  document.addEventListener('drop', (event) => take(event.dataTransfer?.files) && event.preventDefault())

  const hideBar = (): void => {
    bar?.remove()
    bar = undefined
  }

  return {
    /** The file that is to be sent with the next words. */
    chosen: (): File | undefined => (part.hidden ? undefined : input.files?.[0]),
    empty: (): void => void (input.value = ''),
    /** A file that did not go is chosen again. */
    giveBack(file: File): void {
      const again = new DataTransfer()
      again.items.add(file)
      input.files = again.files
    },
    refuse,
    /** How much of it has gone, from 0 to 1. Not read aloud at each step. */
    share(share: number): void {
      bar ??= Object.assign(document.createElement('progress'), { ariaLabel: words['file-sending'] })
      bar.value = share
      if (!bar.isConnected) part.before(bar)
    },
    hideBar,
    /** A person has the chat, or has it no longer. */
    show(isThere: boolean): void {
      if (part.hidden === !isThere) return
      if (!isThere && input.value !== '') refuse('file-not-now')
      if (part.contains(document.activeElement)) form.querySelector('textarea')?.focus({ preventScroll: true })
      part.hidden = !isThere
      // If the script fails from here on, the form sends the file too.
      form.setAttribute('action', isThere ? '/file' : '/say')
      form.enctype = isThere ? 'multipart/form-data' : 'application/x-www-form-urlencoded'
    },
  }
}
