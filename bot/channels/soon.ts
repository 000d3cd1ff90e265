/**
 * What `work` gives, if it comes within so many milliseconds; otherwise it throws, and the work goes on unheeded. For what a channel asks a
 * database before it lets the bot see a message: that may be a cry for help, which needs no database.
 */
export async function soon<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database was too slow')), milliseconds).unref()
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
