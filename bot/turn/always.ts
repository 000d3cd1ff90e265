import type { PersonalData } from '../domain/people/personal-data.js'
import { followLanguage, offerToGoOn, tellWhatWasMasked } from './middleware.js'
import type { Answering } from './receiving.js'
import type { Middleware } from './run.js'

/** What happens in every turn, in order, before the skills are tried. */
export const always = (masked: readonly PersonalData[], { detectLanguage }: Answering): readonly Middleware[] => [
  followLanguage(detectLanguage),
  tellWhatWasMasked(masked),
  offerToGoOn,
]
