import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Found } from '../api.js'
import { useDesk } from '../hooks/use-desk.js'
import type { Draft } from '../state/chat.js'
import { SearchDialog } from './search-dialog.js'

const PAUSE_MS = 250

/** Finds a service, a permit or a kind of undertaking, and shows its card, or begins the permit pilot, in the chat. */
export function CatalogueDialog({ push }: { push: (what: (Draft & { kind: 'push' })['what'], name: string) => void }) {
  const { t, api } = useDesk()
  const [isOpen, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<readonly Found[]>([])
  const [told, setTold] = useState('')
  useEffect(() => {
    if (!isOpen || query.trim() === '') return
    let isOld = false
    const timer = setTimeout(async () => {
      const got = await api.catalogue(query.trim())
      if (isOld) return
      setFound(got.is === 'ok' ? got.body.found : [])
      setTold(got.is === 'ok' ? t('staff.found-count', { count: got.body.found.length }) : t('staff.not-fetched'))
    }, PAUSE_MS)
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [isOpen, query, api, t])
  const send = ({ kind, id, name }: Found): void => {
    push({ kind, id }, name)
    setOpen(false)
  }
  return (
    <SearchDialog word="staff.search" shortcut="search" {...{ isOpen, setOpen, query, setQuery, told }}>
      {found.map((one) => (
        <li key={`${one.kind} ${one.id}`}>
          <strong>{one.name}</strong> <span className="quiet">{t(`staff.kind-${one.kind}`)}</span>
          {one.description && <p>{one.description}</p>}
          <Button
            size="small"
            onClick={() => send(one)}
            aria-label={`${t(one.kind === 'pilot' ? 'staff.start-pilot' : 'staff.show-card')}: ${one.name}`}
          >
            {t(one.kind === 'pilot' ? 'staff.start-pilot' : 'staff.show-card')}
          </Button>
        </li>
      ))}
    </SearchDialog>
  )
}
