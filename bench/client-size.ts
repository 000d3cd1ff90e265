import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'

export type Size = { name: string; bytes: number }

/** Gzipped bytes of all that a browser fetches before the first answer, the page itself first, and of the launcher for other pages. */
export async function ourSizes(url: string): Promise<Size[]> {
  const page = await textAt(url, '/')
  const linked = [...page.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+\.(?:m?js|css)[^"]*)"/g)].map(
    ([, path]) => path!,
  )
  const parts = [
    { name: 'page', text: page },
    ...(await Promise.all(linked.map(async (path) => ({ name: path, text: await textAt(url, path) })))),
  ]
  const sizes = parts.map(({ name, text }) => ({ name, bytes: gzipped(text) }))
  const whole = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  return [
    { name: `our page with its ${linked.length} scripts and styles`, bytes: whole },
    { name: 'our launcher, embed.js', bytes: gzipped(await textAt(url, '/embed.js')) },
  ]
}

/** The bundles of botframework-webchat, without the page around them. `root` is the folder of the project. */
export function theirSizes(root: string): Size[] {
  const folder = join(root, 'node_modules/botframework-webchat/dist')
  return ['webchat-minimal.js', 'webchat.js', 'webchat-es5.js']
    .map((name) => join(folder, name))
    .filter((file) => existsSync(file))
    .map((file) => ({ name: `botframework-webchat, ${basename(file)}`, bytes: gzipped(readFileSync(file)) }))
}

const gzipped = (content: string | Buffer): number => gzipSync(content, { level: 9 }).length

async function textAt(url: string, path: string): Promise<string> {
  const response = await fetch(new URL(path, url))
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.text()
}
