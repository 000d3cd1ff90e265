import { useEffect, useState } from 'react'

// What comes after a slash is the page's own.
const inAddress = (): string => location.hash.slice(1).split('/')[0] ?? ''

/** The place that the address names, out of those that there are; the first where it names none of them. Undefined when there are none. */
export function usePlace(ids: readonly string[]): string | undefined {
  const [named, setNamed] = useState(inAddress)
  useEffect(() => {
    const changed = (): void => setNamed(inAddress())
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }, [])
  return ids.includes(named) ? named : ids[0]
}
