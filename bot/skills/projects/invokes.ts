import { alarm } from '../../turn/alarm.js'
import type { AnswerInvoke, Invoke, InvokeName } from '../../turn/invokes.js'
import { askingOf } from './asking.js'
import { beginFromMessage, extensionSubmit } from './from-message.js'
import { dialogPress } from './dialog.js'
import { findProjects } from './find-projects.js'
import type { Asking, ProjectsNeeds } from './needs.js'

type Handle = (asking: Asking, invoke: Invoke) => Promise<object | undefined>

const HANDLES: Record<InvokeName, { where: 'dialog' | 'extension'; handle: Handle }> = {
  'task/fetch': { where: 'dialog', handle: dialogPress },
  'task/submit': { where: 'dialog', handle: dialogPress },
  'composeExtension/query': { where: 'extension', handle: findProjects },
  'composeExtension/fetchTask': { where: 'extension', handle: beginFromMessage },
  'composeExtension/submitAction': { where: 'extension', handle: extensionSubmit },
}

/** A message extension has five seconds, and then Teams tells of an error of its own. */
const PATIENCE_MILLISECONDS = 4_500

/**
 * Dialogs and the message extension, for people of the organisation. What was typed is never answered with words alone when it could not be
 * saved: such an answer would close the dialog, so it rejects, and the dialog stays open.
 */
export const projectInvokes =
  (needs: ProjectsNeeds, isOurs: (tenant: string) => boolean): AnswerInvoke =>
  async (invoke) => {
    if (!isOurs(invoke.who.tenant)) return undefined
    const { where, handle } = HANDLES[invoke.name]
    const asking = await askingOf(needs, invoke.who, where, invoke.locale)
    if (invoke.name !== 'composeExtension/query') return handle(asking, invoke)
    const late = alarm(PATIENCE_MILLISECONDS)
    try {
      const answer = await Promise.race([handle(asking, invoke), late.rings])
      return answer === 'late' ? { composeExtension: { type: 'message', text: asking.t('projects.find.slow') } } : answer
    } finally {
      late.off()
    }
  }
