import { Button, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import { useDesk } from '../hooks/use-desk.js'
import { useKept } from '../hooks/use-kept.js'
import { newId } from '../../chat/new-id.js'
import type { Chat } from '../state/chat.js'
import { timeText } from '../times.js'

/** Notes for colleagues. The citizen never sees them. */
export function NotesPart({ handOff: { id }, chat: { notes } }: { handOff: HandOffView; chat: Chat }) {
  const { t, language, may, now } = useDesk()
  const [text, setText] = useKept(`note.${id}`)
  return (
    <details className="notes">
      <summary>{t('staff.notes', { count: notes.length })}</summary>
      {notes.map(({ key, by, at, text: written }) => (
        <p key={key} className="note">
          <span className="quiet">
            {by} {timeText(at, now(), language)}
          </span>{' '}
          {written}
        </p>
      ))}
      {may('desk.write') && <NoteBox {...{ id, text, setText }} />}
    </details>
  )
}

function NoteBox({ id, text, setText }: { id: string; text: string; setText: (text: string) => void }) {
  const { t, perform } = useDesk()
  // The same key until it is kept, so that trying again writes it once.
  const [key, setKey] = useState(newId)
  const keep = async (): Promise<void> => {
    if (!(await perform({ act: 'note', handOff: id, key, text: text.trim() }))) return
    setText('')
    setKey(newId())
  }
  return (
    <>
      <Textarea
        size="small"
        value={text}
        maxLength={4000}
        aria-label={t('staff.note-label')}
        placeholder={t('staff.note-label')}
        onChange={(_, { value }) => setText(value)}
      />
      <Button size="small" disabledFocusable={text.trim() === ''} onClick={() => void keep()}>
        {t('staff.keep-note')}
      </Button>
    </>
  )
}
