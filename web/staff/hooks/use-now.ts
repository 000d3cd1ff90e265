import { useEffect, useState } from 'react'
import { useDesk } from './use-desk.js'

/** The time by the server's clock, told anew every so many milliseconds. */
export function useNow(every: number): Date {
  const { now } = useDesk()
  const [, setCount] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setCount((count) => count + 1), every)
    return () => clearInterval(timer)
  }, [every])
  return now()
}
