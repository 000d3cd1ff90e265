import type { Database, Listener } from './database.js'

/** Who listens to which notice, in this process. */
export function listenersOf(): {
  listen: Database['listen']
  tell(notice: string, payload: string): void
  tellAll(payload: string): void
} {
  const listeners = new Map<string, Set<Listener>>()
  return {
    listen(notice, listener) {
      const others = listeners.get(notice) ?? new Set()
      listeners.set(notice, others.add(listener))
      return () => void others.delete(listener)
    },
    tell: (notice, payload) => listeners.get(notice)?.forEach((listener) => listener(payload)),
    tellAll: (payload) => listeners.forEach((all) => all.forEach((listener) => listener(payload))),
  }
}
