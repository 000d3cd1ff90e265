import type { PersonalData } from '../understanding/personal-data.js'
import { followLanguage, offerToGoOn, tellWhatWasMasked } from './middleware.js'
import type { Answering } from './receive.js'
import type { Middleware } from './run.js'

/** What happens in every turn, in order, before the skills are tried. */
export const always = (masked: readonly PersonalData[], { detectLanguage }: Answering): readonly Middleware[] => [
  followLanguage(detectLanguage),
  tellWhatWasMasked(masked),
  offerToGoOn,
]
