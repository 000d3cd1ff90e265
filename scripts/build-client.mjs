// Bundles the citizen's script, the launcher for other pages and the style sheet into dist/client, named by their content.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundleFor, styleSheetsIn } from './bundle-for-browsers.mjs'
import { namedByContent, saveAsset } from './save-asset.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const source = join(root, 'web/chat')

// Old telephones are what people have; anything older than this gets the forms.
const TARGET = ['chrome90', 'firefox90', 'safari15']
const PREFIX = 'embed-'
const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'yi']

/** Writes the files and manifest.json: { client, embed, css }, the names of the files beside it. Returns the manifest. */
export async function buildClient(outFolder = join(root, 'dist/client')) {
  const [client, embed, css] = await Promise.all([
    bundle({ entryPoints: [join(source, 'client.ts')], format: 'esm' }),
    bundle({ entryPoints: [join(source, 'embed.ts')], format: 'iife', define: { EMBED_WORDS: JSON.stringify(embedWords()) } }),
    bundle(styleSheetsIn(source)),
  ])
  rmSync(outFolder, { recursive: true, force: true })
  mkdirSync(outFolder, { recursive: true })
  const save = (name, ending, text) => saveAsset(outFolder, namedByContent(name, ending, text), text)
  const manifest = { client: save('client', 'js', client), embed: save('embed', 'js', embed), css: save('style', 'css', css) }
  writeFileSync(join(outFolder, 'manifest.json'), JSON.stringify(manifest))
  return manifest
}

const bundle = async (options) => (await bundleFor(TARGET, options))[0].text

/** The launcher's own words in every language, Swedish first since that is what it falls back to. */
function embedWords() {
  const languages = readdirSync(join(root, 'locales')).sort((one, other) => Number(other === 'sv') - Number(one === 'sv'))
  return languages.map((language) => {
    const words = JSON.parse(readFileSync(join(root, 'locales', language, 'client.json'), 'utf8'))
    const own = Object.entries(words).filter(([key]) => key.startsWith(PREFIX))
    const direction = RIGHT_TO_LEFT.includes(language.split('-')[0]) ? 'rtl' : 'ltr'
    return [language, direction, Object.fromEntries(own.map(([key, text]) => [key.slice(PREFIX.length), text]))]
  })
}

// By itself: node scripts/build-client.mjs [folder to write to]
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(await buildClient(process.argv[2]))
