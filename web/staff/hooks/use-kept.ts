import { useState } from 'react'

/** A text that stays in this tab through a reload, under a name of its own. */
export function useKept(name: string): [string, (text: string) => void] {
  const key = `lotsen.desk.${name}`
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '')
  return [
    text,
    (next) => {
      if (next === '') sessionStorage.removeItem(key)
      else sessionStorage.setItem(key, next)
      setText(next)
    },
  ]
}
