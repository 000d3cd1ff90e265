import { z } from 'zod'
import { ADAPTIVE_CARD } from '../../cards/card-type.js'
import type { Invoke } from '../../turn/invokes.js'
import { formStep, type FormShown } from './form-flow.js'
import { FormPress } from './form-press.js'
import type { Asking } from './needs.js'

const Value = z.object({ data: z.unknown() })

/** A dialog that a button of a card opens, and each page of it that is sent. Undefined when the button is none of ours. */
export async function dialogPress(asking: Asking, { value }: Invoke): Promise<object | undefined> {
  const press = FormPress.safeParse(Value.safeParse(value).data?.data).data
  if (!press) return undefined
  return dialogBody(await formStep(asking, { press, isDialog: true }))
}

/** As Teams wants it: the next page, or words and a button to close. */
export const dialogBody = (shown: FormShown): object =>
  shown.kind === 'told'
    ? { task: { type: 'message', value: shown.text } }
    : {
        task: {
          type: 'continue',
          value: {
            title: shown.title,
            width: 'medium',
            height: 'large',
            card: { contentType: ADAPTIVE_CARD, content: shown.card },
          },
        },
      }
