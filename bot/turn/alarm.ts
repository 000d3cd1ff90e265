/** Rings after so many milliseconds, unless it is put off before: one that is left on keeps what waits for it in memory until it rings. */
export function alarm(milliseconds: number): { rings: Promise<'late'>; off: () => void } {
  let timer: NodeJS.Timeout | undefined
  const rings = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), milliseconds).unref()
  })
  return { rings, off: () => clearTimeout(timer) }
}
