import { momentOf } from '../../domain/desk/stockholm-time.js'
import type { Person } from '../../domain/projects/actor.js'
import type { Day } from '../../domain/projects/calendar.js'
import type { ProjectEventSent } from '../../domain/projects/events.js'
import type { Choice } from '../../domain/projects/matter.js'
import type { Point } from '../../domain/projects/points.js'
import type { Project } from '../../domain/projects/project.js'

/** What somebody does at a moment, said of the project as it is by then. */
export type Deed = { at: Date; by: Person; does: (project: Project) => ProjectEventSent }
type Said = ProjectEventSent | Deed['does']

/** What somebody does on a day, one thing after another, from nine in the morning. */
export const deeds = (day: Day, by: Person, ...said: readonly Said[]): Deed[] =>
  said.map((one, minute) => ({
    at: momentOf(day, 9 * 60 + minute),
    by,
    does: typeof one === 'function' ? one : () => one,
  }))

/** A vote on what was put last. */
export const vote =
  (choice: Choice, more: { motive?: string; conditions?: string } = {}) =>
  ({ matters }: Project): ProjectEventSent => {
    const { number, hash } = matters.at(-1)!
    return { kind: 'voted', matter: number, hash, choice, ...more }
  }

export const votes = (day: Day, people: readonly Person[], choice: Choice, more?: Parameters<typeof vote>[1]): Deed[] =>
  people.flatMap((person) => deeds(day, person, vote(choice, more)))

/** Documents of a point, filed with it. They lie nowhere: the address is an example and the hash is of nothing. */
export const filed =
  (kind: string) =>
  ({ name }: Project): ProjectEventSent => ({
    kind: 'document-filed',
    document: { kind: kind as 'idea', title: name, place: `https://archive.example/${kind}`, sha256: '0'.repeat(64) },
  })

export const ticks = (criteria: readonly string[], note: string): ProjectEventSent[] =>
  criteria.map((criterion) => ({ kind: 'criterion-ticked', criterion: criterion as 'goals-reached', met: true, note }))

export const put = (point: Point): ProjectEventSent => ({ kind: 'point-put', point })

/** A meeting of the steering group, from call to signature, with what is decided in it. */
export function meeting(
  day: Day,
  { chair, there, place, notes }: { chair: Person; there: readonly Person[]; place: string; notes: string },
  during: readonly Deed[],
): Deed[] {
  const last = ({ meetings }: Project) => meetings.at(-1)!
  return [
    ...deeds(day, chair, { kind: 'meeting-called', on: day, at: '13:00', place }, (project) => ({
      kind: 'meeting-opened',
      meeting: last(project).number,
      there: [...there],
    })),
    ...during,
    ...deeds(
      day,
      chair,
      (project) => ({ kind: 'meeting-closed', meeting: last(project).number, notes }),
      (project) => ({ kind: 'minutes-signed', meeting: last(project).number, hash: last(project).minutes!.hash }),
    ),
  ]
}
