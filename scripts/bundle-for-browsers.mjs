// Bundles what browsers are sent, into memory.
import { readdirSync } from 'node:fs'
import esbuild from 'esbuild'

/** The files that esbuild makes for browsers of these versions, by its own options. */
export async function bundleFor(target, options) {
  const { outputFiles } = await esbuild.build({
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    target,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    ...options,
  })
  return outputFiles
}

/** One style sheet of all in a folder, in the order of their names, so that the order is visible there. */
export const styleSheetsIn = (folder) => ({
  stdin: {
    contents: readdirSync(folder, { recursive: true })
      .filter((file) => file.endsWith('.css'))
      .sort()
      .map((file) => `@import './${file}';`)
      .join('\n'),
    resolveDir: folder,
    loader: 'css',
  },
})
