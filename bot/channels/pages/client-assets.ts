import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { z } from 'zod'

/** A file of the built client, with the address that the page asks for and ready in each encoding. */
export type Asset = { path: string; contentType: string; plain: Buffer; gzip: Buffer; br: Buffer }
export type ClientAssets = { client: Asset; style: Asset; embed: Asset }

const FileName = z.string().regex(/^[a-z]+-[A-Za-z0-9]+\.(?:js|css)$/, 'a name with a hash in it')
const Manifest = z.object({ client: FileName, css: FileName, embed: FileName })

/** Reads what scripts/build-client.mjs wrote. Throws, saying what to do, when it is not there. */
export function loadClientAssets(folder: string): ClientAssets {
  const { client, css, embed } = manifestIn(folder)
  return {
    client: builtAsset(join(folder, client), `/${client}`, 'text/javascript; charset=utf-8'),
    style: builtAsset(join(folder, css), `/${css}`, 'text/css; charset=utf-8'),
    // Other sites write this address into their pages, so it has no hash.
    embed: builtAsset(join(folder, embed), '/embed.js', 'text/javascript; charset=utf-8'),
  }
}

/** A file as scripts/save-asset.mjs wrote it. Throws when it is not there in every encoding. */
export const builtAsset = (file: string, path: string, contentType: string): Asset => ({
  path,
  contentType,
  plain: readFileSync(file),
  gzip: readFileSync(`${file}.gz`),
  br: readFileSync(`${file}.br`),
})

/** A small file that is made when the bot starts. */
export const assetOf = (plain: Buffer, path: string, contentType: string): Asset => ({
  path,
  contentType,
  plain,
  gzip: gzipSync(plain, { level: 9 }),
  br: brotliCompressSync(plain),
})

function manifestIn(folder: string): z.infer<typeof Manifest> {
  const file = join(folder, 'manifest.json')
  try {
    return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new Error(`The client is not built: ${file} is missing or unreadable. Run npm run build.`, { cause: error })
  }
}
