import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { DeskStore, SecureAsk } from '../../domain/desk/ports.js'
import { asTime } from '../conversations/sql.js'
import type { PrismaClient } from '../generated/client.js'

type Sealed = Pick<SecureAsk, 'id' | 'handOff'>

const COLUMNS = 'id, hand_off as "handOff", what, asked_by as "by", at, until_at as "until", state'
// Staff see at the desk that something was asked, typed or read.
const TOLD = `select pg_notify('desk', 'hand-off|' || hand_off)::text from changed`
const ASK = `
  with earlier as (delete from secure_answer where hand_off = $2 and state = 'asked'),
  changed as (
    insert into secure_answer (id, hand_off, what, asked_by, at, until_at, state)
    values ($1, $2, $3, $4, $5::timestamp, $6::timestamp, 'asked') returning hand_off
  )
  ${TOLD}`
const ONE = `select ${COLUMNS} from secure_answer where id = $1`
const NEWEST = `
  select distinct on (hand_off) ${COLUMNS} from secure_answer where until_at > $1::timestamp order by hand_off, at desc, id`
const ANSWER = `
  with changed as (
    update secure_answer set sealed = $2, state = $3, until_at = $5::timestamp
    where id = $1 and state = 'asked' and until_at > $4::timestamp returning hand_off
  )
  ${TOLD}`
const READ = `
  with newest as (
    select id from secure_answer where hand_off = $1 and sealed is not null and until_at > $2::timestamp order by at desc, id limit 1
  ), changed as (
    update secure_answer set state = 'read', until_at = least(until_at, $3::timestamp)
    from newest where secure_answer.id = newest.id returning secure_answer.id, hand_off, sealed
  )
  select id, hand_off as "handOff", sealed, pg_notify('desk', 'hand-off|' || hand_off)::text from changed`

const NONCE_BYTES = 12
const TAG_BYTES = 16

const keyFrom = (tokenKey: string): Buffer => Buffer.from(hkdfSync('sha256', tokenKey, '', 'lotsen secure answers', 32))
// A sealed value opens only in the row that it was sealed for.
const rowIn = ({ id, handOff }: Sealed): Buffer => Buffer.from(JSON.stringify([id, handOff]))

function seal(tokenKey: string, of: Sealed, value: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFrom(tokenKey), nonce).setAAD(rowIn(of))
  const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** Throws when the key is another one, or the row is. */
function unseal(tokenKey: string, of: Sealed, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const cipher = createDecipheriv('aes-256-gcm', keyFrom(tokenKey), bytes.subarray(0, NONCE_BYTES))
  cipher.setAAD(rowIn(of)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  return cipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + cipher.final('utf8')
}

/** What citizens type in the secure form: sealed by AES-256-GCM with a key made from the token key, so that a copy of the database tells nothing. */
export const secureAnswers = (
  prisma: PrismaClient,
  tokenKey: () => Promise<string>,
): Pick<DeskStore, 'secureAsk' | 'secureAsks' | 'askSecurely' | 'answerSecurely' | 'readSecurely'> => {
  const one = async (id: string) => (await prisma.$queryRawUnsafe<SecureAsk[]>(ONE, id))[0]
  return {
    secureAsk: one,
    secureAsks: (at) => prisma.$queryRawUnsafe<SecureAsk[]>(NEWEST, asTime(at)),
    async askSecurely({ id, handOff, what, by, at, until }) {
      await prisma.$queryRawUnsafe(ASK, id, handOff, what, by, asTime(at), asTime(until))
    },
    async answerSecurely(id, value, { at, until }) {
      const asked = await one(id)
      if (!asked) return false
      const sealed = value === undefined ? null : seal(await tokenKey(), asked, value)
      const state: SecureAsk['state'] = value === undefined ? 'declined' : 'answered'
      return (await prisma.$queryRawUnsafe<unknown[]>(ANSWER, id, sealed, state, asTime(at), asTime(until))).length > 0
    },
    async readSecurely(handOff, { at, latest }) {
      type Row = Sealed & { sealed: string }
      const [row] = await prisma.$queryRawUnsafe<Row[]>(READ, handOff, asTime(at), asTime(latest))
      return row && unseal(await tokenKey(), row, row.sealed)
    },
  }
}
