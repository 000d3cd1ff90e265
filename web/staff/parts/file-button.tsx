import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useDesk } from '../hooks/use-desk.js'
import { newId } from '../../chat/new-id.js'

// What every browser can show, and what can hold no script.
const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

/** A file of the chat. It is fetched when it is asked for, by who is signed in: a picture to be shown, anything to be saved. */
export function FileButton({ name, url, contentType }: { name: string; url: string; contentType: string }) {
  const { api, t, dispatch } = useDesk()
  const [picture, setPicture] = useState<string>()
  useEffect(() => () => URL.revokeObjectURL(picture ?? ''), [picture])

  const fetched = async (): Promise<string | undefined> => {
    const file = await api.file(url)
    if (!file) dispatch({ do: 'trouble', trouble: { id: newId(), text: t('staff.not-fetched') } })
    return file && URL.createObjectURL(file)
  }
  const save = async (): Promise<void> => {
    const address = await fetched()
    if (!address) return
    Object.assign(document.createElement('a'), { href: address, download: name }).click()
    URL.revokeObjectURL(address)
  }
  const show = async (): Promise<void> => setPicture(picture ? undefined : await fetched())
  return (
    <div className="file">
      <div className="item-line">
        {PICTURES.includes(contentType) && (
          <Button size="small" aria-expanded={picture !== undefined} onClick={() => void show()}>
            {t('staff.show-picture', { name })}
          </Button>
        )}
        <Button size="small" onClick={() => void save()}>
          {t('staff.save-file', { name })}
        </Button>
      </div>
      {picture && <img className="picture" src={picture} alt={name} />}
    </div>
  )
}
