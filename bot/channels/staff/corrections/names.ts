import { correctedEntry } from '../../../domain/corrections/apply.js'
import type { CorrectableKind } from '../../../domain/corrections/fields.js'
import { isCorrectable } from '../../../domain/corrections/fields.js'
import { thingOf } from '../../../domain/corrections/search.js'
import { fieldView, type FieldView } from '../../../domain/corrections/view.js'
import { staffIdOf } from '../../../domain/desk/staff-member.js'
import { contentLanguage } from '../../../domain/language.js'
import type { Asking } from './needs.js'

/** What things and people are called on the page; an id where nothing better is known. */
export async function namesFor({ needs, language }: Pick<Asking, 'needs' | 'language'>) {
  const members = await needs.members(needs.knowledge.sources().corrections.map(({ by }) => by))
  const people = new Map(members.map((member) => [staffIdOf(member), `${member.name}, ${member.team}`]))
  const content = needs.content()
  return {
    thing: (kind: string, id: string): string =>
      (isCorrectable(kind) && thingOf(content, kind, id)?.name[contentLanguage(language)]) || id,
    person: (id: string): string => people.get(id) ?? id,
  }
}

/** Every correctable field of an entry as it stands; none when the content does not have it. */
export async function fieldsShown(
  asking: Pick<Asking, 'needs' | 'language'>,
  kind: CorrectableKind,
  id: string,
): Promise<FieldView[]> {
  const { entries, corrections } = asking.needs.knowledge.sources()
  const filed = entries.find(({ entry }) => entry.kind === kind && entry.id === id)
  if (!filed) return []
  const names = await namesFor(asking)
  const own = corrections.filter((correction) => correction.kind === kind && correction.entry === id)
  return correctedEntry(filed, own).states.map((state) => fieldView(state, { kind, entry: id }, names))
}
