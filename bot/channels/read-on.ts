/** Where somebody is who reads what is stored: `again` when there is more to read than was asked for. */
export type Reading = { reading: boolean; again: boolean }

/** Reads as long as there is more, one time at once: asked again while it reads, it reads once more. What `read` throws goes to `failed`. */
export async function readOn(one: Reading, read: () => Promise<void>, failed: (error: unknown) => void): Promise<void> {
  one.again = true
  if (one.reading) return
  one.reading = true
  try {
    while (one.again) {
      one.again = false
      await read()
    }
  } catch (error) {
    failed(error)
  } finally {
    one.reading = false
  }
}
