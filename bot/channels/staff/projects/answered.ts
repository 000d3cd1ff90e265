import { refusalText } from '../../../cards/projects/refusal-text.js'
import type { Why } from '../../../domain/projects/project-view.js'
import type { Acted, Read } from '../../../domain/projects/projects.js'
import type { About } from '../../../domain/projects/stepped.js'
import type { HttpAnswer } from '../../http-answer.js'
import type { Asked } from './needs.js'

/** What stands before the rules: the path, the body, the project itself. */
type Trouble = 'gone' | 'unreadable' | 'too-large' | 'plan-unreadable' | 'no-such-paper'

/** Whatever is not here is a rule's no to what is well said: 409. */
const STATUS: Partial<Record<Why | Trouble, number>> = {
  'not-yours': 403,
  gone: 404,
  elsewhere: 404,
  'no-such-paper': 404,
  unreadable: 400,
  'plan-unreadable': 400,
  'too-large': 413,
}

/** No, in the reader's language, with what helps to put it right. */
export function refused(
  { needs, language }: Pick<Asked, 'needs' | 'language'>,
  why: Why | Trouble,
  more: Record<string, unknown> & { about?: About } = {},
): HttpAnswer {
  const message = refusalText({ why, about: more.about }, {}, needs.translate(language))
  return { status: STATUS[why] ?? 409, body: { error: { code: why, message, ...more } } }
}

export function readAnswer<Value>(asked: Asked, made: Read<Value>): HttpAnswer {
  return made.kind === 'read' ? { status: 200, body: made.value } : notDone(asked, made)
}

/** Why it was not done, or is not there. */
export function notDone(asked: Asked, made: Exclude<Read<never> | Acted, { kind: 'read' | 'done' }>): HttpAnswer {
  if (made.kind === 'gone') return refused(asked, 'gone')
  const { why, about, now } = made
  return refused(asked, why, { ...(about ? { about } : {}), ...(now === undefined ? {} : { now }) })
}
