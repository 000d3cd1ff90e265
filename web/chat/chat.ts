import { announcer, type Spoken } from './announce.js'
import { deskBox } from './desk.js'
import { deliver, isQuiet, tellTyping, troubleOf, type Delivery, type Sending } from './deliver.js'
import { fileBox } from './file-box.js'
import { follow } from './follow.js'
import { activitiesIn, isCrisis, isFromBot, isMessage, ownIdOf, type Heard } from './heard.js'
import { isFramed } from './in-frame.js'
import { messageList } from './messages.js'
import { newId } from './new-id.js'
import { standNotice } from './notice.js'
import type { Pressed } from './press.js'
import { isAtEnd, showAtEnd, showTop } from './scroll.js'
import { keepSession } from './session.js'
import type { Setup } from './setup.js'
import { statusLine } from './status.js'
import { turnTo } from './turn-to.js'
import { waitingFor } from './waiting.js'

export type Parts = {
  list: HTMLElement
  box: HTMLTextAreaElement
  hiddenId: HTMLInputElement
  live: HTMLElement
  line: HTMLElement
  desk: HTMLElement
  deskText: HTMLElement
  form: HTMLFormElement
  filePart: HTMLElement
  fileInput: HTMLInputElement
}

// How long it says that the connection is back.
const GOOD_NEWS = 8_000

/** The conversation on this page: what is said is shown at once, sent, answered, and read aloud. */
export function chat(parts: Parts, { language, words, talking, files }: Setup) {
  const { list, box, hiddenId, live, line, desk, deskText } = parts
  const messages = messageList(list, words)
  const announce = announcer(live)
  const status = statusLine(line, box, words['try-again'])
  const waiting = waitingFor(status, { looking: words.looking, slow: words.slow })
  /** What could not be sent, so that the same text gets the same id: the first try may have come through after all. */
  let failed: Sending | undefined = box.defaultValue.trim() ? { id: hiddenId.value, text: box.defaultValue.trim() } : undefined
  /** To be read aloud after the answer that is on its way: nothing is said before a number to call. */
  const afterAnswer: Spoken[] = []
  let isCutOff = false
  /** Where the focus was left by whoever pressed a button in a message. Those who have gone on from there are not called back. */
  let left: Element | undefined
  let queue = Promise.resolve()

  const startAnew = (): void => {
    messages.empty()
    listening.stop()
  }

  const sessions = keepSession(isFramed(), () => {
    startAnew()
    status.say('connection', words.ended)
    listening.start()
  })

  const file = fileBox({ form: parts.form, part: parts.filePart, input: parts.fileInput, status, words, files })

  const person = deskBox({
    section: desk,
    text: deskText,
    status,
    typing: words['agent-typing'],
    announce,
    tell: () => void tellTyping(sessions),
    takesFiles: file.show,
    isWithAgent: !parts.filePart.hidden,
  })
  box.addEventListener('input', person.typed)

  const hear = (all: Heard[]): void => {
    const heard = all.filter((one) => !person.take(one))
    if (heard.some(({ type }) => type === 'typing') && !waiting.isOn()) waiting.begin()
    const wasAtEnd = isAtEnd() || waiting.isOn()
    const fresh = heard.filter(isMessage).filter(({ id }) => !messages.has(id))
    forgetFailure(fresh)
    const added = messages.add(fresh)
    const answers = fresh.filter(isFromBot)
    answers.forEach(person.message)
    if (answers.length === 0) return
    waiting.end()
    announce([...answers, ...afterAnswer.splice(0)])
    const top = added[fresh.findIndex(isFromBot)]
    if (top && wasAtEnd) showTop(top)
    if (top && left !== undefined && left === document.activeElement) turnTo(top)
    left = undefined
  }

  /** What seemed lost has arrived: it must not stand in the box as if it had not. */
  const forgetFailure = (fresh: readonly Heard[]): void => {
    if (!failed || !fresh.some((heard) => ownIdOf(heard) === failed?.id)) return
    if (box.value === failed.text) box.value = ''
    if (failed.file) file.empty()
    failed = undefined
    status.clear('trouble')
  }

  const onTrouble = (isTrouble: boolean): void => {
    if (isTrouble) status.say('connection', words.reconnecting)
    else if (isCutOff) {
      status.say('connection', words.connected)
      setTimeout(() => !isCutOff && status.clear('connection'), GOOD_NEWS)
    }
    isCutOff = isTrouble
  }

  const onEnded = (): void => {
    sessions.forget()
    startAnew()
    status.say('connection', words.ended)
  }

  const sayThisTabOnly = (): void => {
    if (!standNotice(line, words['this-tab-only'])) return
    afterAnswer.push({ text: words['this-tab-only'], locale: language })
    if (!waiting.isOn()) announce(afterAnswer.splice(0))
  }

  const after = [...list.children].reduce((last, item) => Math.max(last, Number((item as HTMLElement).dataset['seq']) || 0), 0)
  const listening = follow({ sessions, after: String(after), hear, onTrouble, onThisTabOnly: sayThisTabOnly, onEnded })

  const send = (sending: Sending): void => {
    status.clear('trouble')
    status.clear('connection')
    status.clear('file')
    failed = undefined
    document.body.dataset['state'] = 'talking'
    const item = messages.pend(sending)
    if (item) showAtEnd(item)
    if (sending.file) status.say('file', words['file-sending'])
    else waiting.begin()
    listening.start()
    listening.hurry()
    // One after the other, so that the answers come in the order of the questions.
    queue = queue.then(() => deliverOne(sending))
  }

  const deliverOne = async (sending: Sending): Promise<void> => {
    const needs = { sessions, locale: language, onBusy: () => status.say('waiting', words.busy), onShare: file.share }
    let delivery = await deliver(sending, needs)
    if (delivery.went === 'ended') {
      onEnded()
      messages.pend(sending)
      listening.start()
      delivery = await deliver(sending, needs)
    }
    file.hideBar()
    status.clear('file')
    if (delivery.went !== 'sent') return giveBack(sending, delivery)
    if (sending.file) announce([{ text: words['file-sent'], locale: language }])
    if (isQuiet(delivery.body)) return waiting.end()
    // The answer comes by the stream; if that has gone silent without a sign, it is fetched.
    setTimeout(() => waiting.isOn() && listening.catchUp(), 1_500)
  }

  const giveBack = (sending: Sending, { went, body }: Delivery): void => {
    const { heard } = activitiesIn(body)
    messages.takeBack(sending.id)
    // Whoever is in danger has been answered: no trouble stands beside that, and their words are not left in the box.
    if (heard.some(isCrisis)) return hear(heard)
    waiting.end()
    failed = sending
    if (!sending.press) box.value = [sending.text, box.value].filter((text) => text.trim() !== '').join('\n')
    if (sending.file && !file.chosen()) file.giveBack(sending.file)
    // What the bot itself said about it is stored nowhere, so it is shown now or never.
    hear(heard)
    if (sending.file && (went === 'wrong-type' || went === 'too-long'))
      return file.refuse(went === 'wrong-type' ? 'file-type' : 'file-too-large')
    status.say('trouble', words[troubleOf(sending, went)])
    status.offerAgain(() => (sending.press ? send(sending) : say()))
  }

  const say = (): void => {
    const text = box.value.trim()
    const chosen = file.chosen()
    if (text === '' && !chosen) {
      status.say('trouble', words.empty)
      box.focus()
      return
    }
    const isSame = failed && failed.text === text && !failed.press && failed.file?.name === chosen?.name
    const id = failed && isSame ? failed.id : newId()
    // If the script fails from here on, the form sends the same line, and it is still one turn.
    hiddenId.value = id
    box.value = ''
    file.empty()
    send({ id, text, ...(chosen && { file: chosen }) })
  }

  if (talking) listening.start()

  return {
    say,
    press({ line: text, press }: Pressed): void {
      send({ id: newId(), text, press })
      left = list.contains(document.activeElement) ? (document.activeElement ?? undefined) : undefined
    },
    goOn: (): void => listening.restart(),
    cutOff: () => onTrouble(true),
    stop: (): void => listening.stop(),
    sayThisTabOnly,
  }
}
