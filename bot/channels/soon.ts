import { alarm } from '../turn/alarm.js'

/**
 * What `work` gives, if it comes within so many milliseconds; otherwise it throws, and the work goes on unheeded. For what a channel asks a
 * database before it lets the bot see a message: that may be a cry for help, which needs no database.
 */
export async function soon<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const late = alarm(milliseconds)
  try {
    const done = await Promise.race([work.then((value) => ({ value })), late.rings])
    if (done === 'late') throw new Error('The database was too slow')
    return done.value
  } finally {
    late.off()
  }
}
