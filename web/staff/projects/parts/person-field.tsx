import { Button, Field, Input } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useProjects } from '../use-projects.js'

type Props = { label: string; choose: (person: string, name: string) => void; hint?: string }
type Found = { text: string; people: readonly { id: string; name: string }[] }
const PAUSE_MS = 250
const LEAST_LETTERS = 2

/** Looks for a person by name while one types; what is found is chosen by a press. An id of two parts is taken as it is. */
export function PersonField({ label, choose, hint }: Props) {
  const { t, ways } = useProjects()
  const [text, setText] = useState('')
  const [found, setFound] = useState<Found>()
  const asked = text.trim()
  useEffect(() => {
    if (asked.length < LEAST_LETTERS) return setFound(undefined)
    let isLatest = true
    const timer = setTimeout(async () => {
      const got = await ways.people(asked)
      if (isLatest && got.is === 'ok') setFound({ text: asked, people: got.body.people })
    }, PAUSE_MS)
    return () => {
      isLatest = false
      clearTimeout(timer)
    }
  }, [asked, ways])
  const chosen = (id: string, name: string): void => {
    choose(id, name)
    setText('')
    setFound(undefined)
  }
  const isId = /^[^|\s]+\|[^|\s]+$/.test(asked)
  return (
    <div className="project-person">
      <Field label={label} hint={hint}>
        <Input
          value={text}
          autoComplete="off"
          onChange={(_, { value }) => setText(value)}
          // The form around it is not to be sent by a search.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      </Field>
      <p role="status" className="quiet">
        {found && t('staff-projects.people-found', { count: found.people.length })}
      </p>
      <div className="project-line">
        {found?.people.map(({ id, name }) => (
          <Button key={id} size="small" onClick={() => chosen(id, name)}>
            {name}
          </Button>
        ))}
        {isId && (
          <Button size="small" onClick={() => chosen(asked, asked)}>
            {t('staff-projects.take-id')}
          </Button>
        )}
      </div>
    </div>
  )
}
