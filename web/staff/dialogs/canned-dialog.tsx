import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { HandOffView } from '../../../bot/domain/desk/desk-view.js'
import type { CannedAnswer } from '../api.js'
import { useDesk } from '../hooks/use-desk.js'
import { matching } from '../state/matching.js'
import { languageName } from '../times.js'
import type { Draft } from '../state/chat.js'
import { SearchDialog } from './search-dialog.js'

type Props = { handOff: HandOffView; push: (what: (Draft & { kind: 'push' })['what'], name: string) => void }

/** Answers that are written once: read here in one's own language, and told the citizen in theirs. */
export function CannedDialog({ handOff, push }: Props) {
  const { t, language, api } = useDesk()
  const [isOpen, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const [answers, setAnswers] = useState<readonly CannedAnswer[] | 'trouble'>()
  useEffect(() => {
    if (!isOpen) return
    void api.canned().then((got) => setAnswers(got.is === 'ok' ? got.body.answers : 'trouble'))
  }, [isOpen, api, language])
  const known = Array.isArray(answers) ? (answers as readonly CannedAnswer[]) : []
  const shown = matching(known, handOff.queue, query)
  const told = answers === 'trouble' ? t('staff.not-fetched') : t('staff.found-count', { count: shown.length })
  const send = ({ id, name }: CannedAnswer): void => {
    push({ kind: 'canned', id }, name)
    setOpen(false)
  }
  return (
    <SearchDialog word="staff.canned" shortcut="canned" {...{ isOpen, setOpen, query, setQuery, told }}>
      {shown.map((answer) => (
        <li key={answer.id}>
          <strong>{answer.name}</strong>
          <p>{answer.text}</p>
          {answer.texts[handOff.language] !== answer.text && (
            <p className="in-theirs">
              <span className="quiet">{t('staff.goes-out-in', { language: languageName(handOff.language, language) })}</span>{' '}
              <span lang={handOff.language}>{answer.texts[handOff.language] ?? t('staff.no-translation')}</span>
            </p>
          )}
          <Button size="small" onClick={() => send(answer)} aria-label={t('staff.send-name', { name: answer.name })}>
            {t('staff.send')}
          </Button>
        </li>
      ))}
    </SearchDialog>
  )
}
