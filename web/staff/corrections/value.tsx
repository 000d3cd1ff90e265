import type { Wish } from '../../../bot/domain/corrections/correction.js'
import type { Form } from '../../../bot/domain/corrections/fields.js'
import { useCorrections } from './use-corrections.js'
import { linesOf } from './value-text.js'

/** What a field holds, line by line. */
export function Value({ form, held }: { form: Form; held: Wish }) {
  const { t } = useCorrections()
  return (
    <span className="corrections-value">
      {linesOf(form, held, t).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </span>
  )
}
