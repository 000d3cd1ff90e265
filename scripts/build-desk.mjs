// Bundles the page of staff into dist/staff: its script and its parts, the worker that keeps time, and its style, named by their content.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundleFor, styleSheetsIn } from './bundle-for-browsers.mjs'
import { asSaved, namedByContent, saveAsset } from './save-asset.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const source = join(root, 'web/staff')

// Teams and the browsers that the city's own computers have.
const TARGET = ['chrome111', 'firefox115', 'safari16.4']

/**
 * Writes the files and manifest.json, the names of the files beside it: { desk, beat, css, parts }. `parts` are the places of the page, which the
 * script fetches when they are looked at. Returns the manifest.
 */
export async function buildDesk(outFolder = join(root, 'dist/staff')) {
  const [page, beat, css] = await Promise.all([
    bundlePage(),
    bundle({ entryPoints: [join(source, 'beat-worker.ts')], format: 'iife' }),
    bundle(styleSheetsIn(source)),
  ])
  mkdirSync(outFolder, { recursive: true })
  const save = (name, ending, [{ text }]) => saveAsset(outFolder, namedByContent(name, ending, text), text)
  // These name each other, so the bundler has named them.
  const names = page.map(({ path, text }) => saveAsset(outFolder, basename(path), text))
  const manifest = {
    desk: names.find((name) => name.startsWith('desk-')),
    beat: save('beat', 'js', beat),
    css: save('desk', 'css', css),
    parts: names.filter((name) => !name.startsWith('desk-')),
  }
  writeFileSync(join(outFolder, 'manifest.json'), JSON.stringify(manifest))
  // Last, so that whoever starts meanwhile finds all that one manifest names.
  const named = ['manifest.json', ...Object.values(manifest).flat().flatMap(asSaved)]
  for (const file of readdirSync(outFolder)) if (!named.includes(file)) rmSync(join(outFolder, file), { recursive: true })
  return manifest
}

const bundlePage = () =>
  bundle({
    entryPoints: { desk: join(source, 'main.tsx') },
    format: 'esm',
    splitting: true,
    outdir: 'out',
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    jsx: 'automatic',
    define: { STAFF_WORDS: JSON.stringify(staffWords()), 'process.env.NODE_ENV': '"production"' },
  })

const bundle = (options) => bundleFor(TARGET, options)

/** The words of the page and of its places in every language, Swedish first since that is what others fall back to; keys as the server has them. */
function staffWords() {
  const languages = readdirSync(join(root, 'locales')).sort((one, other) => Number(other === 'sv') - Number(one === 'sv'))
  return Object.fromEntries(languages.map((language) => [language, wordsIn(join(root, 'locales', language))]))
}

const wordsIn = (folder) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => /^staff(-[a-z-]+)?\.json$/.test(file) && file !== 'staff-sign-in.json')
      .flatMap((file) => {
        const words = JSON.parse(readFileSync(join(folder, file), 'utf8'))
        return Object.entries(words).map(([key, text]) => [`${basename(file, '.json')}.${key}`, text])
      }),
  )

// By itself: node scripts/build-desk.mjs [folder to write to]
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(await buildDesk(process.argv[2]))
