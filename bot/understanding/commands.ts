import { comparable } from './normalise.js'

/** Things that people ask of the bot itself, in any of its languages whatever the conversation's. */
export const COMMANDS = {
  restart: ['börja om', 'starta om', 'börja från början', 'ny fråga', 'rensa', 'start over', 'restart', 'begin again', 'start again', 'new question'],
  person: [
    'prata med en människa', 'prata med människa', 'prata med någon', 'prata med en person', 'tala med en människa', 'tala med någon', 'människa', 'riktig människa',
    'jag vill prata med en människa', 'kan jag få prata med någon', 'en riktig människa', 'jag vill prata med en riktig människa', 'handläggare', 'kundtjänst', 'kontaktcenter', 'ring mig',
    'ringa er', 'telefonnummer', 'vad har ni för telefonnummer', 'hur når jag er', 'kontakta er', 'kontakt', 'talk to a human', 'talk to a person', 'talk to someone', 'speak to someone', 'speak to a human',
    'speak with a human', 'human', 'real person', 'i want to talk to a human', 'can i talk to someone', 'customer service', 'contact centre', 'contact center', 'phone number', 'call you', 'agent',
  ],
  'not-that': [
    'nej inte det', 'nej inte det här', 'nej inte den', 'nej', 'inte det', 'inte det här', 'inte den', 'fel', 'det är fel', 'det var fel', 'nej fel', 'inte rätt', 'det stämmer inte', 'något annat', 'nåt annat', 'det var inte det jag menade', 'nej det var inte det',
    'no not that', 'no not that one', 'not that', 'not that one', 'no', 'wrong', 'that is wrong', 'thats wrong', 'something else', 'not what i meant', 'thats not it', 'that is not it', 'no that s not it',
  ],
  about: ['vad kan du', 'vad kan du göra', 'vad kan du hjälpa till med', 'vem är du', 'är du en robot', 'är du en människa', 'hjälp', 'hur funkar du', 'what can you do', 'who are you', 'are you a robot', 'are you human', 'help', 'how do you work'],
  menu: ['meny', 'visa meny', 'livssituationer', 'ämnen', 'vad finns det', 'menu', 'show menu', 'topics', 'life situations'],
  greeting: ['hej', 'hejsan', 'hallå', 'tja', 'tjena', 'god morgon', 'god dag', 'god kväll', 'goddag', 'hej hej', 'hello', 'hi', 'hey', 'hi there', 'good morning', 'good evening', 'good afternoon'],
  thanks: ['tack', 'tack så mycket', 'tackar', 'tusen tack', 'tack för hjälpen', 'okej tack', 'ok tack', 'bra tack', 'hej då', 'thanks', 'thank you', 'thank you very much', 'thanks a lot', 'bye', 'goodbye'],
} as const satisfies Record<string, readonly string[]>
export type Command = keyof typeof COMMANDS

const byPhrase = new Map<string, Command>(
  (Object.keys(COMMANDS) as Command[]).flatMap((command) => COMMANDS[command].map((phrase) => [phrase, command] as const)),
)

// Words that people put around a command without meaning anything by them.
const POLITE = /^(?:(?:snälla|hej|ok|okej|kan jag|jag vill|får jag|please|hi|hello|can i|could i|i want to|i would like to)\s+)+|(?:\s+(?:tack|snälla|please|thanks|thank you|nu|now))+$/g

/** The command that the whole text is. A command inside a longer question is none: "hjälp med hemtjänst" is about home care. */
export function commandIn(text: string): Command | undefined {
  const said = comparable(text)
  return byPhrase.get(said) ?? byPhrase.get(said.replace(POLITE, '').trim())
}

const ASKED_FOR: Record<string, readonly string[]> = {
  sv: ['på svenska', 'svenska', 'svenska tack', 'prata svenska', 'kan vi prata svenska', 'in swedish', 'swedish', 'swedish please', 'byt till svenska', 'switch to swedish'],
  en: ['in english', 'english', 'english please', 'på engelska', 'engelska', 'engelska tack', 'speak english', 'do you speak english', 'can we speak english', 'byt till engelska', 'switch to english'],
}

/** The language that the whole text asks for, as a BCP 47 tag. */
export function languageAskedFor(text: string): string | undefined {
  const said = comparable(text)
  return Object.keys(ASKED_FOR).find((language) => ASKED_FOR[language]?.includes(said))
}
