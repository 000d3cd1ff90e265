import type { Content } from '../domain/content/content.js'
import type { State } from '../domain/conversations/state.js'
import type { Translate } from '../i18n/translate.js'
import type { PlanToKeep } from '../domain/permits/saved-plan.js'
import type { DeskChange } from '../domain/desk/ports.js'
import type { BroughtDesk } from './brought-desk.js'
import type { BroughtPlan } from './brought-plan.js'
import type { Answer, Inbound, Turn } from './turn.js'

type Needs = { translate: (language: string) => Translate; languages: readonly string[]; newId: () => string }

type Besides = { id?: string; brought?: BroughtPlan; desk?: BroughtDesk }

/** A turn that begins with `began` remembered, in the language that was chosen or is wished for. */
export function newTurn(
  needs: Needs,
  inbound: Inbound,
  began: State,
  content: Content,
  { id, brought, desk }: Besides = {},
): Turn {
  const answers: Answer[] = []
  let keptPlan: PlanToKeep | undefined
  let deskChange: DeskChange | undefined
  let isPassedOn = false
  let state = began
  let language = state.language ?? closest(inbound.locale, needs.languages)
  return {
    id: id ?? needs.newId(),
    brought,
    desk,
    at: inbound.at,
    channel: inbound.key.channel,
    conversation: { id: inbound.key.conversation, kind: inbound.kind },
    who: inbound.who,
    said: inbound.said,
    content,
    answers,
    get state() {
      return state
    },
    remember: (other) => void (state = other),
    get language() {
      return language
    },
    get t() {
      return needs.translate(language)
    },
    speak(other) {
      if (needs.languages.includes(other)) language = other
    },
    reply: (given) => void answers.push(given),
    alsoOffer(suggestion) {
      const last = answers.pop()
      if (last) answers.push({ ...last, suggestions: [...(last.suggestions ?? []), suggestion] })
    },
    keepPlan: (plan) => void (keptPlan = plan),
    get keptPlan() {
      return keptPlan
    },
    changeDesk: (change) => void (deskChange = change),
    get deskChange() {
      return deskChange
    },
    passOn: () => void (isPassedOn = true),
    get isPassedOn() {
      return isPassedOn
    },
  }
}

/** The language of ours that is nearest to a BCP 47 tag; the first when none is. */
export const closest = (wish: string | undefined, languages: readonly string[]): string =>
  languages.find((language) => language === wish) ??
  languages.find((language) => language.split('-')[0] === wish?.split('-')[0]?.toLowerCase()) ??
  languages[0] ??
  'sv'
