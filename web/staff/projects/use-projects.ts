import { createContext, useContext } from 'react'
import type { Person } from '../../../bot/domain/projects/actor.js'
import type { Translate } from '../words.js'
import type { Ways } from './ways.js'

/** What every part of the page works with. */
export type ProjectsPlace = {
  ways: Ways
  t: Translate
  language: string
  me: Person
  /** What somebody is called; of who has no name here, the end of their id. */
  nameOf: (person: string) => string
  hasName: (person: string) => boolean
  /** Tells of what was done, in words that are also read aloud. */
  tell: (text: string) => void
}

export const ProjectsContext = createContext<ProjectsPlace | undefined>(undefined)

export function useProjects(): ProjectsPlace {
  const place = useContext(ProjectsContext)
  if (!place) throw new Error('A part of the projects stands outside of them.')
  return place
}

const SHOWN_OF_ID = 4
/** What the place works with, where these people have names. */
export const named = (place: ProjectsPlace, names: Names): ProjectsPlace => ({
  ...place,
  nameOf: namer(names, place.t),
  hasName: (person) => person in names,
})
type Names = Readonly<Record<string, string>>

export const namer =
  (names: Names, t: Translate) =>
  (person: string): string =>
    names[person] ?? t('staff-projects.unnamed', { id: person.slice(-SHOWN_OF_ID) })
