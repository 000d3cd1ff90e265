import type { RateStore } from '../domain/conversations/rates.js'
import type { PrismaClient } from './generated/client.js'

const COUNT = `
  insert into rate_counter as counter (bucket, seconds, ends_at, count) values ($1, $2::int, $3::timestamp, 1)
  on conflict (bucket, seconds, ends_at) do update set count = counter.count + 1
  returning count`

/** Windows are cut from the clock, so that all instances count in the same one. */
const endOfWindow = (at: Date, seconds: number): Date => {
  const length = seconds * 1000
  return new Date((Math.floor(at.getTime() / length) + 1) * length)
}

export const rateStore = (prisma: PrismaClient): RateStore => ({
  async count(bucket, at, windowSeconds) {
    const ends = endOfWindow(at, windowSeconds).toISOString()
    const [row] = await prisma.$queryRawUnsafe<{ count: number }[]>(COUNT, bucket, windowSeconds, ends)
    if (!row) throw new Error('A counter was neither made nor counted.')
    return row.count
  },
})
