import { useEffect, useState } from 'react'
import { languages, preferred } from '../words.js'

const KEPT_AS = 'lotsen.desk.language'

/** The desk's language: what was chosen last, otherwise what the browser or Teams wishes. */
export function useLanguage(): [string, (language: string) => void] {
  const [language, setLanguage] = useState(() => {
    const kept = localStorage.getItem(KEPT_AS)
    return kept && languages().includes(kept) ? kept : preferred(navigator.languages)
  })
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return [
    language,
    (chosen) => {
      localStorage.setItem(KEPT_AS, chosen)
      setLanguage(chosen)
    },
  ]
}
