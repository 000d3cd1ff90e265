import type { Card } from '../../domain/conversations/message.js'
import { isPart, partsIn, textIn, type Part } from '../card-parts.js'
import { asksSomething } from './call-form.js'
import { plainLines } from './plain-lines.js'

/** Everything that a card says to be read, in order, a line each. What it asks and what is pressed is not in it. */
export const cardLines = (card: Card): string[] => partsIn(card.body).flatMap(linesOf)

const HOLDERS = ['items', 'columns', 'rows', 'cells'] as const

function linesOf(part: Part): string[] {
  const { type } = part
  // What stands beside a field is told with the field.
  if (part['isVisible'] === false || asksSomething(part)) return []
  if (type === 'TextBlock') return plainLines(textIn(part, 'text') ?? '')
  if (type === 'FactSet')
    return partsIn(part['facts']).flatMap((fact) => plainLines(`${textIn(fact, 'title') ?? ''}: ${textIn(fact, 'value') ?? ''}`))
  if (type === 'RichTextBlock')
    return plainLines(
      partsIn(part['inlines'])
        .map((inline) => textIn(inline, 'text') ?? '')
        .join(''),
    )
  return HOLDERS.flatMap((holder) => (isPart(part[holder]) ? [part[holder]] : partsIn(part[holder]))).flatMap(linesOf)
}
