import { Badge, Button, Field, SearchBox } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { FoundView } from '../../../bot/domain/corrections/view.js'
import { useCorrections } from './use-corrections.js'

// Long enough for the next letter, short enough not to be noticed.
const PAUSE_MS = 250

/** Looks for a thing while one types, by name, number or address. */
export function SearchPart() {
  const { t, ways, show, thing } = useCorrections()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<{ query: string; things: readonly FoundView[] }>()
  useEffect(() => {
    const asked = query.trim()
    if (asked === '') return setFound(undefined)
    let isLatest = true
    const timer = setTimeout(async () => {
      const got = await ways.found(asked)
      if (isLatest && got.is === 'ok') setFound({ query: asked, things: got.body.found })
    }, PAUSE_MS)
    return () => {
      isLatest = false
      clearTimeout(timer)
    }
  }, [query, ways])

  const count = found?.things.length ?? 0
  const told = (): string => {
    if (!found) return ''
    if (count === 0) return t('staff-corrections.found-none', { query: found.query })
    return count === 1 ? t('staff-corrections.found-one') : t('staff-corrections.found-some', { count })
  }
  return (
    <section className="panel corrections-search" aria-labelledby="corrections-search">
      <h2 id="corrections-search">{t('staff-corrections.search')}</h2>
      <Field label={t('staff-corrections.search-label')}>
        <SearchBox value={query} onChange={(_, { value }) => setQuery(value)} dismiss={null} />
      </Field>
      <p className="quiet" role="status">
        {told()}
      </p>
      {count > 0 && (
        <ul className="corrections-found">
          {found?.things.map(({ kind, id, name, about, isCorrected }) => (
            <li key={`${kind}/${id}`}>
              <Button
                appearance={thing?.kind === kind && thing.id === id ? 'outline' : 'subtle'}
                aria-current={thing?.kind === kind && thing.id === id ? 'true' : undefined}
                className="corrections-thing-button"
                onClick={() => void show(kind, id)}
              >
                {name}
              </Button>
              <span className="item-line">
                <Badge appearance="outline" color="informative">
                  {t(`staff-corrections.kind.${kind}`)}
                </Badge>
                {isCorrected && <Badge appearance="tint">{t('staff-corrections.is-corrected')}</Badge>}
              </span>
              {about && <span className="quiet corrections-about">{about}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
