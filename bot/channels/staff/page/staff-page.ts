import type { Request, Response, Server } from 'restify'
import type { Config } from '../../../config/config.js'
import type { Translate } from '../../../i18n/translate.js'
import { baseOf } from '../../direct-line/addresses.js'
import type { Door } from '../../door.js'
import { encodingFor, newNonce, packed, sendAsset } from '../../pages/answer.js'
import { preferredLanguage } from '../../pages/preferred-language.js'
import type { DeskAssets } from './desk-assets.js'
import { deskHtml } from './page-html.js'
import { deskPolicy } from './policy.js'

export type StaffPageNeeds = {
  config: Pick<Config, 'publicUrl' | 'languages' | 'trustedProxies'>
  assets: DeskAssets
  /** The words of a language (BCP 47). */
  translate: (language: string) => Translate
}

// Their names say what is in them.
const FOR_EVER = 'public, max-age=31536000, immutable'

/** The desk of staff, in a tab of Teams and in a plain browser. There is nothing of anybody in it until one has signed in. */
export function staffPage(needs: StaffPageNeeds): Door {
  return {
    mount(server: Server) {
      server.get('/staff', async (request: Request, response: Response) => sendDesk(needs, request, response))
      const { parts, ...others } = needs.assets
      for (const asset of [...Object.values(others), ...parts])
        server.get(asset.path, async (request: Request, response: Response) => sendAsset({ request, response }, asset, FOR_EVER))
    },
  }
}

async function sendDesk({ config, assets, translate }: StaffPageNeeds, request: Request, response: Response): Promise<void> {
  const nonce = newNonce()
  const language = preferredLanguage(request.headers['accept-language'], config.languages)
  const encoding = encodingFor(request.headers['accept-encoding'])
  const body = await packed(Buffer.from(deskHtml({ nonce, assets, language, t: translate(language) })), encoding)
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': deskPolicy(nonce, baseOf(request, config).replace(/^http/, 'ws')),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    Vary: 'Accept-Encoding, Accept-Language',
    ...(config.publicUrl?.protocol === 'https:' ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
    ...(encoding ? { 'Content-Encoding': encoding } : {}),
    'Content-Length': body.byteLength,
  })
  response.end(body)
}
