import type { Server } from 'restify'
import type { SecureForm } from '../../desk/secure/secure-form.js'
import type { Door } from '../door.js'
import { redirect, sendAsset } from './answer.js'
import { changeLanguage } from './change-language.js'
import { assetOf } from './client-assets.js'
import { FAVICON } from './favicon.js'
import { hereAgain, SAID } from './here-again.js'
import { leave } from './leave.js'
import type { Asked, PagesNeeds } from './needs.js'
import { press } from './press.js'
import { SECURE_ROUTE, showSecureForm, takeSecureForm } from './secure.js'
import { say } from './say.js'
import { sendFile } from './send-file.js'
import { shareComputer } from './share-computer.js'
import { show } from './show.js'
import { visitOf, type Visit } from './visit.js'

/** Each form of the page posts to an address of its own, and is led back to the page. */
const FORMS: Readonly<Record<string, (needs: PagesNeeds, visit: Visit) => Promise<void>>> = {
  '/say': say,
  '/file': sendFile,
  '/press': press,
  '/language': changeLanguage,
  '/shared': shareComputer,
  '/leave': leave,
}

const FOR_EVER = 'public, max-age=31536000, immutable'
const FOR_A_WHILE = 'public, max-age=300'

/** The citizen's page: all of it works by forms, with or without the script. */
export const pages = (needs: PagesNeeds): Door => ({
  mount(server) {
    for (const method of ['get', 'head'] as const) mountReading(server, method, needs)
    for (const [path, answer] of Object.entries(FORMS))
      server.post(path, async (request, response) => answer(needs, await visitOf(needs, { request, response })))
    if (needs.secure) mountSecureForm(server, needs, needs.secure)
  },
})

function mountSecureForm(server: Server, needs: PagesNeeds, form: SecureForm): void {
  for (const method of ['get', 'head'] as const)
    server[method](SECURE_ROUTE, async (request, response) =>
      showSecureForm(needs, form, await visitOf(needs, { request, response })),
    )
  server.post(SECURE_ROUTE, async (request, response) => takeSecureForm(needs, form, await visitOf(needs, { request, response })))
}

function mountReading(server: Server, method: 'get' | 'head', needs: PagesNeeds): void {
  const { client, style, embed } = needs.clientAssets
  const favicon = assetOf(Buffer.from(FAVICON), '/favicon.svg', 'image/svg+xml')
  const files = [
    [client, FOR_EVER],
    [style, FOR_EVER],
    [embed, FOR_A_WHILE],
    [favicon, FOR_A_WHILE],
  ] as const
  server[method]('/', async (request, response) => showPage(needs, { request, response }))
  for (const [file, cache] of files)
    server[method](file.path, async (request, response) => sendAsset({ request, response }, file, cache))
  // After a problem the address in the browser is that of the form; asking for it again leads to the page.
  for (const path of Object.keys(FORMS))
    server[method](path, async (request, response) =>
      redirect({ request, response }, hereAgain(await visitOf(needs, { request, response }))),
    )
}

async function showPage(needs: PagesNeeds, asked: Asked): Promise<void> {
  const visit = await visitOf(needs, asked)
  const hasSaid = new URL(asked.request.url ?? '/', 'http://page').searchParams.has(SAID)
  // The address of somebody who has said something is not left in the history, to tell of it after leaving. The place on the page is kept by the browser.
  if (hasSaid && visit.conversation) return redirect(asked, hereAgain(visit))
  const isGone = hasSaid && !visit.conversation && !visit.unreachable
  await show(needs, visit, isGone ? { problem: { name: 'gone', status: 200 } } : {})
}
