// Parts of the bot for scripts: its sources are TypeScript, so they are bundled for the moment and imported.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
// A file of the same name would not be imported again.
let bundles = 0

/** Everything that the given files under bot/ export, in one object. */
export async function botModules(...files) {
  const folder = join(root, 'dist/scripts')
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, `modules-${process.pid}-${bundles++}.mjs`)
  await bundle({
    stdin: { contents: files.map((file) => `export * from './${file}'`).join('\n'), resolveDir: join(root, 'bot'), loader: 'ts' },
    outfile,
    sourcemap: false,
  })
  const modules = await import(pathToFileURL(outfile).href)
  rmSync(outfile)
  return modules
}

/** The content as it stands in the files, without a database behind it. */
export const contentInFiles = ({ readContent }) =>
  readContent(
    join(root, 'content'),
    { byHashes: async () => [], newestOf: async () => undefined, accept: async () => {} },
    () => new Date(0),
  )
