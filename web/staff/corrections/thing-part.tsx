import { Badge, Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { ThingView } from '../../../bot/domain/corrections/view.js'
import { Told } from '../parts/told.js'
import { FieldPart } from './field-part.js'
import { useCorrections } from './use-corrections.js'

/** Everything of one thing that can be corrected. */
export function ThingPart({ thing }: { thing: ThingView }) {
  const { t, leave } = useCorrections()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const isHidden = thing.fields.some(
    ({ field, live }) => field === 'phone_sure' && live.is === 'value' && live.value === 'not-verified',
  )
  return (
    <section className="panel corrections-thing" aria-labelledby="corrections-thing">
      <div className="item-line">
        <h2 id="corrections-thing" ref={heading} tabIndex={-1}>
          {thing.name}
        </h2>
        <Badge appearance="outline" color="informative">
          {t(`staff-corrections.kind.${thing.kind}`)}
        </Badge>
        <span className="push" />
        <Button size="small" onClick={leave}>
          {t('staff-corrections.close')}
        </Button>
      </div>
      {thing.kind === 'crisis' && <Told intent="warning">{t('staff-corrections.crisis-warning')}</Told>}
      {isHidden && <Told intent="warning">{t('staff-corrections.not-shown-warning')}</Told>}
      {thing.usedBy.length > 0 && (
        <details className="corrections-used">
          <summary>{t('staff-corrections.used-by', { count: thing.usedBy.length })}</summary>
          <ul>
            {thing.usedBy.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </details>
      )}
      {thing.fields.map((field) => (
        <FieldPart key={field.field} field={field} />
      ))}
    </section>
  )
}
