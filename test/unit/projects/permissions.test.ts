import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { EVENTS, NAMES_OF_EVENTS } from '../../../bot/domain/projects/events.js'
import {
  mayWith,
  NAMES_OF_PROJECT_PERMISSIONS,
  STANDINGS,
  type ProjectPermission,
  type Standing,
} from '../../../bot/domain/projects/permissions.js'
import { whyNot } from '../../../bot/domain/projects/step.js'
import { OFFICE_ROLES, type OfficeRole } from '../../../bot/domain/projects/actor.js'
import { running, SEATS } from '../../fixtures/project.js'
import type { ProjectRole } from '../../../bot/domain/projects/roles.js'

/**
 * Written out by hand, so that whoever changes who may what changes it in two places and means it. In the order of STANDINGS: owner, sponsor,
 * chair, vice-chair, steering-member, manager, subproject-manager, member, administrator, reference, council, benefit-owner,
 * portfolio-office, portfolio-reader.
 */
const MATRIX: Record<ProjectPermission, string> = {
  //                                   own spo cha vic ste man sub mem adm ref cou ben off rea
  'project.see': /*                  */ 'x x x x x x x x x x x x x x',
  'status-report.read': /*           */ '. . . . . x . . x . . . . .',
  'status-report.read-own-subproject': '. . . . . . x . . . . . . .',
  'progress-report.read': /*         */ 'x x x x x x x x x x x . x x',
  'minutes.read': /*                 */ 'x x x x x x x x x . . . x x',
  'vote.see': /*                     */ 'x x x x x x . . . . . . x .',
  'audit.read': /*                   */ '. . . . . . . . . . . . x .',
  export: /*                         */ 'x x x x x x . . x . . . x x',
  'project.register': /*             */ '. . . . . . . . . . . . x .',
  'project.settle': /*               */ 'x x x . . . . . . . . . x .',
  'roster.change': /*                */ 'x x x . . x . . . . . . x .',
  'document.file': /*                */ 'x x x . . x x . x . . . . .',
  'document.sign': /*                */ 'x x x . . . . . . . . . . .',
  'record.register': /*              */ '. . . . . x . . x . . . x .',
  'effect-goal.set': /*              */ 'x . . . . x . . . . . . . .',
  'effect-goal.follow-up': /*        */ 'x . . . . . . . . . . x . .',
  'plan.propose': /*                 */ '. . . . . x . . . . . . . .',
  'plan.keep-up': /*                 */ '. . . . . x . . . . . . . .',
  'status-report.send': /*           */ '. . . . . . x x . . . . . .',
  'progress-report.publish': /*      */ '. . . . . x . . . . . . . .',
  'change.request': /*               */ 'x . . . . x . . . . . . . .',
  'point.put': /*                    */ 'x . . . . x . . x . . . . .',
  'criterion.tick': /*               */ '. . . . . x . . x . . . . .',
  'delivery.put': /*                 */ '. . . . . x . . . . . . . .',
  'decision.undo': /*                */ 'x x x x x x . . . . . . . .',
  vote: /*                           */ 'x x x x x . . . . . . . . .',
  'meeting.lead': /*                 */ '. . x x . . . . . . . . . .',
  'minutes.sign': /*                 */ '. . x x . . . . . . . . . .',
  snooze: /*                         */ 'x x x x x x x x x x x x x x',
}

describe('what may be done with a project', () => {
  it.each(NAMES_OF_PROJECT_PERMISSIONS)('%s is for those whom the matrix has', (permission) => {
    expect(STANDINGS.map((one) => (mayWith([one], permission) ? 'x' : '.')).join(' ')).toBe(MATRIX[permission])
  })

  it('is nothing without a standing', () => {
    expect(NAMES_OF_PROJECT_PERMISSIONS.filter((permission) => mayWith([], permission))).toEqual([])
  })

  it('is no vote for whoever manages or prepares the papers, whatever else they are', () => {
    fc.assert(
      fc.property(
        fc.subarray([...STANDINGS]),
        fc.constantFrom<Standing>('manager', 'subproject-manager', 'administrator'),
        (also, one) => {
          for (const permission of ['vote', 'minutes.sign', 'meeting.lead', 'document.sign', 'project.settle'] as const)
            expect(mayWith([...also, one], permission)).toBe(false)
        },
      ),
    )
  })
})

/** Every role against every event, through `step`'s own door, in a project where the event is possible at all. */
describe('role by role, event by event', () => {
  const { project } = running()
  const isOffice = (one: Standing): one is OfficeRole => (OFFICE_ROLES as readonly string[]).includes(one)
  const rows = NAMES_OF_EVENTS.flatMap((kind) => STANDINGS.map((standing) => [kind, standing] as const))

  it.each(rows)('%s by %s', (kind, standing) => {
    const person = 's|somebody'
    const seat = { person, role: standing as ProjectRole, subproject: 'school' }
    const roster = isOffice(standing) ? SEATS : [...SEATS.filter(({ role }) => role !== standing), seat]
    const by = { kind: 'person', person, office: isOffice(standing) ? [standing] : [], where: 'api' } as const
    const { may } = EVENTS[kind]
    const isAllowed = may !== 'nobody' && MATRIX[may].split(' ')[STANDINGS.indexOf(standing)] === 'x'
    const why = whyNot({ ...project, roster }, { kind }, by)?.why
    expect(why === 'not-yours').toBe(!isAllowed)
  })

  it('lets the clock do what time does, and nothing else', () => {
    expect(NAMES_OF_EVENTS.filter((kind) => whyNot(project, { kind }, { kind: 'clock' })?.why !== 'not-yours')).toEqual([
      'ticked',
    ])
  })
})
