import type { Person } from './actor.js'
import { effectGoalsOf, type Project } from './project.js'
import { holders, managerOf } from './roles.js'

/** Everybody in the project, and those who answer for its effects. */
export const everybody = (project: Project): Person[] => [
  ...new Set([...project.roster.map(({ person }) => person), ...effectGoalsOf(project).map(({ owner }) => owner)]),
]
/** Who must be told when nobody else can do anything: chair, sponsor, owner. */
export const answerable = ({ roster }: Project): Person[] => holders(roster, 'chair', 'sponsor', 'owner')
/** The manager; without one, those who can appoint one. */
export const manager = (project: Project): Person[] => {
  const one = managerOf(project.roster)
  return one === undefined ? answerable(project) : [one]
}
