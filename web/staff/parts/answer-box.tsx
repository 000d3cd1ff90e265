import { Button, Textarea } from '@fluentui/react-components'
import { Send20Regular } from '@fluentui/react-icons'
import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent, type KeyboardEvent } from 'react'
import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { CannedDialog } from '../dialogs/canned-dialog.js'
import { CatalogueDialog } from '../dialogs/catalogue-dialog.js'
import { useDesk } from '../hooks/use-desk.js'
import { useKept } from '../hooks/use-kept.js'
import { newId } from '../../chat/new-id.js'
import type { Draft } from '../state/chat.js'
import { languageName } from '../times.js'
import { ChosenFile, FileChooser } from './file-chooser.js'

const TYPING_EACH_MS = 3_000
const LONGEST = 4000

/** Where one answers. What is written stays through a reload and a lost connection until it has arrived. */
export function AnswerBox({ handOff }: { handOff: HandOffView }) {
  const { state, t, language, dispatch, perform, may } = useDesk()
  const { id } = handOff
  const [text, setText] = useKept(`answer.${id}`)
  const [file, setFile] = useState<File>()
  const box = useRef<HTMLTextAreaElement>(null)
  const toldAt = useRef(0)
  // Whoever takes a chat wants to write in it; a chat that comes in another way takes no focus.
  const isToWriteIn = state.toWriteIn === id
  useEffect(() => {
    if (!isToWriteIn) return
    box.current?.focus()
    dispatch({ do: 'write-in' })
  }, [isToWriteIn, dispatch])

  const put = (draft: Draft): void => dispatch({ do: 'write', handOff: id, draft })
  const send = (): void => {
    if (text.trim() !== '') put({ key: newId(), kind: 'text', text: text.trim() })
    if (file) put({ key: newId(), kind: 'file', name: file.name, file })
    setText('')
    setFile(undefined)
  }
  const choose = (chosen: File | undefined): void => {
    setFile(chosen)
    box.current?.focus()
  }
  /** A picture that was copied, or a file that was dragged here. */
  const given = (event: ClipboardEvent | DragEvent, files: FileList): void => {
    if (files.length === 0) return
    event.preventDefault()
    choose(files[0])
  }
  const typed = (value: string): void => {
    setText(value)
    if (value === '' || Date.now() - toldAt.current < TYPING_EACH_MS) return
    toldAt.current = Date.now()
    void perform({ act: 'typing', handOff: id })
  }
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  if (!may('desk.write')) return null
  const push = (what: (Draft & { kind: 'push' })['what'], name: string): void => put({ key: newId(), kind: 'push', what, name })
  return (
    <div
      className="answer"
      onPaste={(event) => given(event, event.clipboardData.files)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => given(event, event.dataTransfer.files)}
    >
      <div className="item-line">
        <CannedDialog {...{ handOff, push }} />
        <CatalogueDialog push={push} />
        <FileChooser choose={choose} />
      </div>
      <ChosenFile {...{ file, choose }} />
      <div className="answer-line">
        <Textarea
          ref={box}
          className="grow"
          value={text}
          maxLength={LONGEST}
          resize="none"
          aria-label={t('staff.answer-in', { language: languageName(handOff.language, language) })}
          placeholder={t('staff.answer-in', { language: languageName(handOff.language, language) })}
          onChange={(_, { value }) => typed(value)}
          onKeyDown={pressed}
        />
        <Button
          appearance="primary"
          icon={<Send20Regular />}
          aria-label={t('staff.send')}
          disabledFocusable={text.trim() === '' && !file}
          onClick={send}
        />
      </div>
    </div>
  )
}
