import { comparable } from './normalise.js'

/** Things that people write to the permit pilot, in any of its languages whatever the conversation's. */
const COMMANDS = {
  start: [
    'tillståndslotsen',
    'tillståndslots',
    'starta tillståndslotsen',
    'vilka tillstånd behöver jag',
    'vilka tillstånd behövs',
    'vilka tillstånd krävs',
    'vad behöver jag för tillstånd',
    'vilka tillstånd måste jag ha',
    'behöver jag tillstånd',
    'permit pilot',
    'the permit pilot',
    'which permits do i need',
    'what permits do i need',
    'do i need a permit',
    'do i need permits',
  ],
  yes: ['ja', 'japp', 'jo', 'ja det gör jag', 'ja det gör vi', 'yes', 'yep', 'yes i do', 'yes we do'],
  no: ['nej', 'nix', 'nä', 'nej det gör jag inte', 'nej det gör vi inte', 'no', 'nope', 'no i don t', 'no we don t'],
  unknown: [
    'vet inte',
    'jag vet inte',
    'vet ej',
    'vet inte än',
    'jag vet inte än',
    'vi vet inte',
    'ingen aning',
    'osäker',
    'inte bestämt',
    'det är inte bestämt',
    'hoppa över',
    'nästa',
    'i don t know',
    'i dont know',
    'dont know',
    'don t know',
    'don t know yet',
    'i don t know yet',
    'not sure',
    'no idea',
    'skip',
    'next',
  ],
  back: ['tillbaka', 'gå tillbaka', 'föregående', 'förra frågan', 'back', 'go back', 'previous', 'previous question'],
  answers: [
    'mina svar',
    'visa mina svar',
    'ändra',
    'ändra svar',
    'ändra ett svar',
    'my answers',
    'change',
    'change an answer',
    'show my answers',
  ],
  plan: [
    'visa planen',
    'visa planen nu',
    'planen',
    'min plan',
    'visa min plan',
    'show the plan',
    'show plan',
    'my plan',
    'show my plan',
    'the plan',
  ],
  save: [
    'spara',
    'fortsätt senare',
    'fortsätta senare',
    'jag fortsätter senare',
    'paus',
    'min kod',
    'vad är min kod',
    'save',
    'go on later',
    'continue later',
    'my code',
    'what is my code',
  ],
  continue: ['fortsätt', 'fortsätt med tillstånden', 'vidare', 'continue', 'go on', 'go on with the permits'],
} as const satisfies Record<string, readonly string[]>
export type PilotCommand = keyof typeof COMMANDS

const byPhrase = new Map<string, PilotCommand>(
  (Object.keys(COMMANDS) as PilotCommand[]).flatMap((command) => COMMANDS[command].map((phrase) => [phrase, command] as const)),
)

/** The command that the whole text is; most mean something only while the pilot asks. */
export const pilotCommandIn = (text: string): PilotCommand | undefined => byPhrase.get(comparable(text))

const QUESTION_WORDS =
  /^(?:hur|vad|var|vart|när|vem|vilka|vilken|vilket|varför|kan|får|måste|ska|finns|är|how|what|where|when|who|which|why|can|could|may|must|should|do|does|is|are)\b/iu

/** Whether a text asks something rather than answers. */
export const isQuestion = (text: string): boolean => text.trim().endsWith('?') || QUESTION_WORDS.test(text.trim())
