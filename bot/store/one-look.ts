/**
 * One look at a time: a slow one that ended after the next would put something older back. Whoever asks while one goes on
 * waits for another after it, since what they know of may have come too late for this one.
 */
export function oneLookAtATime(look: () => Promise<void>): () => Promise<void> {
  let going: Promise<void> | undefined
  let following: Promise<void> | undefined

  const begin = (): Promise<void> => (going = look().finally(() => (going = undefined)))
  return () => {
    if (!going) return begin()
    return (following ??= going.then(() => {
      following = undefined
      return begin()
    }))
  }
}
