import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { builtAsset, type Asset } from '../../pages/client-assets.js'

/** `parts`: scripts that the page fetches when they are needed. */
export type DeskAssets = { desk: Asset; beat: Asset; style: Asset; parts: readonly Asset[] }

const FileName = z.string().regex(/^[a-z]+-[A-Za-z0-9]+\.(?:js|css)$/, 'a name with a hash in it')
const Manifest = z.object({ desk: FileName, beat: FileName, css: FileName, parts: z.array(FileName) })

/** Reads what scripts/build-desk.mjs wrote. Throws, saying what to do, when it is not there. */
export function loadDeskAssets(folder: string): DeskAssets {
  const { desk, beat, css, parts } = manifestIn(folder)
  const asset = (file: string, type: string): Asset => builtAsset(join(folder, file), `/staff/${file}`, type)
  const script = (file: string): Asset => asset(file, 'text/javascript; charset=utf-8')
  return {
    desk: script(desk),
    beat: script(beat),
    parts: parts.map(script),
    style: asset(css, 'text/css; charset=utf-8'),
  }
}

function manifestIn(folder: string): z.infer<typeof Manifest> {
  const file = join(folder, 'manifest.json')
  try {
    return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new Error(`The desk is not built: ${file} is missing or unreadable. Run npm run build.`, { cause: error })
  }
}
