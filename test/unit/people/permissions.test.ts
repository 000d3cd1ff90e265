import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { may, NAMES_OF_PERMISSIONS, permissionsOf, SWITCHES, type Permission } from '../../../bot/domain/people/permissions.js'
import { ROLES } from '../../../bot/domain/people/roles.js'

const x = true
const _ = false
type Row = readonly [
  ...[agent: boolean, lead: boolean, editor: boolean, reader: boolean],
  ...[project: boolean, portfolioOffice: boolean, portfolioReader: boolean],
]
/** Written out by hand, so that whoever changes who may what changes it in two places and means it. */
const MATRIX: Record<Permission, Row> = {
  'desk.see': [x, x, _, x, _, _, _],
  'desk.take': [x, x, _, _, _, _, _],
  'desk.write': [x, x, _, _, _, _, _],
  'desk.transfer': [x, x, _, _, _, _, _],
  'desk.convert': [x, x, _, _, _, _, _],
  'desk.close': [x, x, _, _, _, _, _],
  'desk.threat': [x, x, _, _, _, _, _],
  'desk.move': [_, x, _, _, _, _, _],
  'desk.open-queue': [_, x, _, _, _, _, _],
  'desk.notice': [_, x, _, _, _, _, _],
  'desk.not-sent': [_, x, _, _, _, _, _],
  'transcript.read': [x, x, _, _, _, _, _],
  'transcript.register': [x, x, _, _, _, _, _],
  'contact.read': [x, x, _, _, _, _, _],
  'identity.ask': [x, x, _, _, _, _, _],
  'report.file': [x, x, x, _, _, _, _],
  'report.read': [_, x, x, _, _, _, _],
  'phone.use': [x, x, _, _, _, _, _],
  'content.correct': [_, x, x, _, _, _, _],
  'staff.manage': [_, x, _, _, _, _, _],
  'statistics.see': [_, x, x, x, _, _, _],
  'projects.use': [_, _, _, _, x, x, x],
  'statistics.per-agent': [_, _, _, _, _, _, _],
}

describe('what staff may do', () => {
  it.each(NAMES_OF_PERMISSIONS)('%s is for those whom the matrix has', (permission) => {
    expect(ROLES.map((role) => may([role], permission))).toEqual(MATRIX[permission])
  })

  it('is nothing without a role', () => expect(permissionsOf([], new Set(SWITCHES))).toEqual([]))

  it('leaves out statistics per named agent, for everybody, until it is turned on', () => {
    expect(permissionsOf(ROLES)).not.toContain('statistics.per-agent')
    expect(ROLES.map((role) => may([role], 'statistics.per-agent', new Set(SWITCHES)))).toEqual([_, x, _, _, _, _, _])
  })

  it('with several roles is what each of them may, and no more', () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES]), fc.constantFrom(...NAMES_OF_PERMISSIONS), (roles, permission) => {
        expect(may(roles, permission)).toBe(roles.some((role) => may([role], permission)))
      }),
    )
  })
})
