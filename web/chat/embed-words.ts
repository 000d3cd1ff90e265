/** The words of the launcher, in every language that there are locales for. */
export type EmbedWords = Record<'open' | 'close' | 'title' | 'window' | 'not-here', string>

// Put in by scripts/build-client.mjs from locales/<language>/client.json, so that the launcher has nothing to fetch. The first is the one to fall back to.
declare const EMBED_WORDS: readonly (readonly [language: string, direction: 'ltr' | 'rtl', words: EmbedWords])[]

/** The words of the language that is closest to the wish, a BCP 47 tag. */
export function embedWords(wish: string): { language: string; direction: 'ltr' | 'rtl'; words: EmbedWords } {
  const base = (tag: string): string => tag.toLowerCase().split('-')[0] ?? ''
  const found =
    EMBED_WORDS.find(([language]) => language === wish) ??
    EMBED_WORDS.find(([language]) => base(language) === base(wish)) ??
    EMBED_WORDS[0]
  if (!found) throw new Error('The launcher was built without words')
  const [language, direction, words] = found
  return { language, direction, words }
}
