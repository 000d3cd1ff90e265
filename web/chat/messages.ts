import { messageToHtml, type MessageWords } from '../../bot/cards/message-to-html.js'
import type { StoredActivity } from '../../bot/domain/conversations/message.js'
import { ownIdOf } from './heard.js'

type Pending = { id: string; text: string; file?: File }

export type Messages = ReturnType<typeof messageList>

/** The list of messages on the page. What the server wrote there stays; what comes is written by the same code. */
export function messageList(list: HTMLElement, words: MessageWords) {
  const pending = new Map<string, HTMLElement>()

  const find = (id: string): Element | null => list.querySelector(`[data-activity="${CSS.escape(id)}"]`)
  const suggestions = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('form.suggestions')]

  const settle = (id: string): void => {
    pending.get(id)?.remove()
    pending.delete(id)
  }

  /** Adds a message before the lines that are not stored yet; undefined when it is there already or is nothing to show. */
  const add = (activity: StoredActivity): HTMLElement | undefined => {
    settle(ownIdOf(activity) ?? '')
    if (find(activity.id)) return undefined
    const item = elementOf(messageToHtml(activity, words))
    if (item) list.insertBefore(item, pending.values().next().value ?? null)
    return item
  }

  return {
    add: (activities: readonly StoredActivity[]): HTMLElement[] => {
      const added = activities.flatMap((activity) => add(activity) ?? [])
      const last = added.at(-1)
      // Buttons below a message are gone once something else is said.
      if (last) suggestions().forEach((form) => (last.contains(form) ? undefined : putAway(form)))
      return added
    },
    has: (id: string): boolean => find(id) !== null,
    /** Shows the person's own line before it is stored. */
    pend({ id, text, file }: Pending): HTMLElement | undefined {
      const item = elementOf(
        messageToHtml(
          {
            ...{ id, type: 'message', timestamp: '', from: { id: '', role: 'user' }, text, textFormat: 'plain' },
            ...(file && {
              attachments: [{ contentType: file.type, name: file.name }],
              channelData: { attachmentSizes: [file.size] },
            }),
          },
          words,
        ),
      )
      if (!item) return undefined
      item.removeAttribute('data-activity')
      item.classList.add('pending')
      pending.set(id, item)
      list.append(item)
      suggestions().forEach(putAway)
      return item
    },
    isPending: (id: string): boolean => pending.has(id),
    /** Takes the line away again, and gives the buttons back that it had replaced. */
    takeBack(id: string): void {
      settle(id)
      const last = [...list.children].at(-1)
      suggestions().forEach((form) => (form.hidden = !last?.contains(form)))
    },
    empty(): void {
      pending.clear()
      list.replaceChildren()
    },
  }
}

// Whoever has just pressed one of them keeps their place: focus goes to the message that they belong to.
function putAway(form: HTMLElement): void {
  if (form.contains(document.activeElement)) form.closest<HTMLElement>('li[tabindex]')?.focus({ preventScroll: true })
  form.hidden = true
}

function elementOf(html: string): HTMLElement | undefined {
  const template = document.createElement('template')
  template.innerHTML = html
  const item = template.content.firstElementChild
  return item instanceof HTMLElement ? item : undefined
}
