import type { PressData } from '../domain/conversations/message.js'
import { maskedKinds, type DisposalRule, type MaskedBy } from '../domain/disposal/disposal-rule.js'
import type { Found, PersonalData } from '../domain/people/personal-data.js'
import { visibleText } from '../understanding/normalise.js'
import { addFound, maskDeep } from '../understanding/personal-data.js'
import type { Inbound, Said } from './turn.js'

export type Tidied = {
  inbound: Inbound
  /** The kinds that the person is told of. */
  masked: readonly PersonalData[]
  /** What is kept of it; undefined when nothing was masked. */
  maskedBy?: MaskedBy
}

/** What a person did, without personal data: everything after this, and everything that is stored, sees this only. */
export function withoutPersonalData(original: Inbound, rule: DisposalRule | undefined): Tidied {
  const masking = maskingBy(maskedKinds(rule, 'citizens'))
  const { said, line, attachments } = original
  const inbound: Inbound = {
    ...original,
    // Names of files that were sent as files are counted there.
    ...(attachments === undefined ? {} : { attachments: attachments.map((file) => masking.named(file, said.kind !== 'files')) }),
    said: saidWithout(said, masking),
    ...(line === undefined ? {} : { line: masking.line(line, said) }),
  }
  const { told } = masking
  const masked = Object.keys(told) as PersonalData[]
  if (masked.length === 0) return { inbound, masked }
  const maskedBy = { ...(rule ? { rule: rule.id } : {}), kinds: told }
  return { inbound: { ...inbound, channelData: { ...inbound.channelData, masked: maskedBy } }, masked, maskedBy }
}

type Masking = ReturnType<typeof maskingBy>

/** Masks one thing after the other, and counts. */
function maskingBy(kinds: readonly PersonalData[]) {
  const told: Found = {}
  const tidy = (text: string): string => {
    const { value, found } = maskDeep(visibleText(text), kinds)
    addFound(told, found)
    return value as string
  }
  return {
    told,
    tidy,
    named<T extends { name?: string }>(file: T, isCounted: boolean): T {
      if (file.name === undefined) return file
      return { ...file, name: isCounted ? tidy(file.name) : maskedName(file.name, kinds) }
    },
    /** The same words were counted in the press that they are of. What is left to be reached by was asked for: it is masked as ever, and nothing needs to be told of it. */
    line(words: string, said: Said): string {
      const { value, found } = maskDeep(visibleText(words), kinds)
      const isLeft = said.kind === 'press' && said.press.verb in LEFT
      if (!isLeft)
        for (const kind of Object.keys(found) as PersonalData[]) told[kind] = Math.max(told[kind] ?? 0, found[kind] ?? 0)
      return value as string
    },
    press(press: PressData): PressData {
      const { verb } = press
      const left: Record<string, unknown> = Object.fromEntries((LEFT[verb] ?? []).map((field) => [field, press[field]]))
      const others = Object.fromEntries(Object.entries(press).filter(([field]) => !LEFT[verb]?.includes(field)))
      const { value, found } = maskDeep(others, kinds)
      addFound(told, found)
      return { ...(value as object), ...left, verb }
    },
  }
}

function saidWithout(said: Said, masking: Masking): Said {
  if (said.kind === 'text') return { ...said, text: masking.tidy(said.text) }
  if (said.kind === 'files')
    return {
      ...said,
      text: masking.tidy(said.text),
      files: said.files.map((file) => ({ ...file, name: masking.tidy(file.name) })),
    }
  return said.kind === 'press' ? { ...said, press: masking.press(said.press) } : said
}

/** Fields that ask for a number or an address to be reached by. They are never stored in the conversation. */
const LEFT: Readonly<Record<string, readonly string[]>> = { 'desk.leave': ['phone', 'address'] }

/** The name of a file as it may be stored. */
export const maskedName = (name: string, kinds?: readonly PersonalData[]): string =>
  maskDeep(visibleText(name), kinds).value as string
