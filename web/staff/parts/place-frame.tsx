import { Button, Spinner } from '@fluentui/react-components'
import { useCallback, useEffect, useState, type ComponentType } from 'react'
import type { Place, PlaceProps } from '../place.js'
import { Told } from './told.js'

type Loaded = { is: 'loading' } | { is: 'there'; Page: ComponentType<PlaceProps> } | { is: 'missing' }

/** A place with its heading, which is there before the page is. The page of an older version may be gone from the server: then one can try again. */
export function PlaceFrame({ place: { id, load }, ...props }: PlaceProps & { place: Place }) {
  const { t, isShown } = props
  const [loaded, setLoaded] = useState<Loaded>({ is: 'loading' })
  const fetch = useCallback(async (): Promise<void> => {
    setLoaded({ is: 'loading' })
    const Page = await load?.().catch(() => undefined)
    setLoaded(Page ? { is: 'there', Page } : { is: 'missing' })
  }, [load])
  useEffect(() => void fetch(), [fetch])
  return (
    <main className="place" data-place={id} data-region tabIndex={-1} hidden={!isShown} aria-labelledby={`place-${id}`}>
      <h1 id={`place-${id}`} tabIndex={-1}>
        {t(`staff.place-${id}`)}
      </h1>
      {loaded.is === 'loading' && <Spinner label={t('staff.starting')} />}
      {loaded.is === 'missing' && (
        <Told intent="error">
          {t('staff.not-loaded')} <Button onClick={() => location.reload()}>{t('staff.load-anew')}</Button>
        </Told>
      )}
      {loaded.is === 'there' && <loaded.Page {...props} />}
    </main>
  )
}
