import { clearVisitor } from '../visitor.js'
import { newNonce, redirect, sendPage } from './answer.js'
import { setCookie } from './cookies.js'
import { readForm } from './form.js'
import type { PagesNeeds } from './needs.js'
import { leftHtml } from './page-html.js'
import { show } from './show.js'
import { LANGUAGE_COOKIE, type Visit } from './visit.js'

/** POST /leave: ends and deletes everything of this visitor, makes the browser forget, and goes somewhere neutral. */
export async function leave(needs: PagesNeeds, visit: Visit): Promise<void> {
  const sent = await readForm(visit.asked.request, needs)
  if (sent.kind === 'foreign') return show(needs, visit, { problem: { name: 'foreign', status: 403 } })
  await forget(needs, visit)
  const { response } = visit.asked
  clearVisitor(response, visit)
  setCookie(response, LANGUAGE_COOKIE, '', visit, 0)
  response.setHeader('Clear-Site-Data', '"cache", "cookies", "storage"')
  if (!visit.framed) return redirect(visit.asked, needs.config.leaveTo)
  // Most sites refuse to be shown in a frame, so there the way out is a link for the whole window.
  const nonce = newNonce()
  const t = needs.translate(visit.language)
  await sendPage(visit.asked, needs, { status: 200, nonce, html: leftHtml({ ...needs, ...visit, t }) })
}

// Whoever must leave leaves, whatever the database does: without the cookie nobody finds the way back, and the schedule deletes the rest.
async function forget({ conversations, desk, now, log }: PagesNeeds, { visitor }: Visit): Promise<void> {
  if (visitor === undefined) return
  try {
    await desk?.leave(visitor, now())
  } catch (error) {
    log.error({ error }, 'the desk is not told yet of a visitor who left')
  }
  try {
    await conversations.forget(visitor, now())
  } catch (error) {
    log.error({ error }, 'conversations of a visitor who left are not deleted yet')
  }
}
