import { Button, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import { Told } from '../parts/told.js'
import type { PlaceProps } from '../place.js'
import { AddPerson } from './add-person.js'
import { AskedList } from './asked-list.js'
import { PersonForm } from './person-form.js'
import { PersonItem } from './person-item.js'
import type { PersonView } from '../../../bot/domain/people/people-view.js'
import { usePeople } from './use-people.js'

/** Who works here and as what; who has asked to be let in. */
export function PeoplePage({ api, t, language, isShown }: PlaceProps) {
  const inHand = usePeople({ api, t, isShown })
  const [editing, setEditing] = useState<string>()
  const { people, said, read } = inHand
  if (!people && !said) return <Spinner label={t('staff.starting')} />
  const having = people?.people.filter(({ roles }) => roles.length > 0) ?? []
  const without = people?.people.filter(({ roles }) => roles.length === 0) ?? []
  const item = (person: PersonView) => (
    <PersonItem key={person.id} {...{ person, t }} me={people!.me} edit={() => setEditing(person.id)} {...inHand}>
      {editing === person.id && (
        <PersonForm
          {...{ person, t, language }}
          choices={people!.choices}
          change={inHand.change}
          close={() => setEditing(undefined)}
        />
      )}
    </PersonItem>
  )
  return (
    <div className="people-page">
      {said && <Told intent={said.intent}>{said.text}</Told>}
      {!people && <Button onClick={() => void read()}>{t('staff-people.again')}</Button>}
      {people && (
        <>
          <section className="panel" aria-labelledby="people-asked">
            <h2 id="people-asked">{t('staff-people.asked')}</h2>
            <AskedList {...{ t, language }} asked={people.asked} choices={people.choices} {...inHand} />
            <AddPerson t={t} known={people.people} choices={people.choices} change={inHand.change} />
          </section>
          <section className="panel" aria-labelledby="people-here">
            <h2 id="people-here">{t('staff-people.here', { count: having.length })}</h2>
            <ul className="people-list">{having.map(item)}</ul>
          </section>
          {without.length > 0 && (
            <section className="panel" aria-labelledby="people-without">
              <h2 id="people-without">{t('staff-people.without')}</h2>
              <ul className="people-list">{without.map(item)}</ul>
            </section>
          )}
        </>
      )}
    </div>
  )
}
