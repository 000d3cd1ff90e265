import { createHmac } from 'node:crypto'
import type { StaffId } from '../../domain/desk/staff-member.js'
import { isSameSecret } from '../../domain/same-secret.js'

const SHAPE = /^(?<drawn>[0-9a-f-]{36})_(?<proof>[A-Za-z0-9_-]{22})$/

/** Ids of calls: each proves whose it is, so that no table has to, and nothing that is stored with the conversation says who answered the telephone. */
export function callIds(key: string, newId: () => string) {
  const proofOf = (drawn: string, by: StaffId): string =>
    createHmac('sha256', key).update(`call ${drawn} of ${by}`).digest('base64url').slice(0, 22)
  return {
    draw(by: StaffId): string {
      const drawn = newId()
      return `${drawn}_${proofOf(drawn, by)}`
    },
    isTheirs(call: string, by: StaffId): boolean {
      const { drawn, proof } = SHAPE.exec(call)?.groups ?? {}
      return drawn !== undefined && proof !== undefined && isSameSecret(proof, proofOf(drawn, by))
    },
  }
}
export type CallIds = ReturnType<typeof callIds>
