// What the product itself does with a text, so that learning and answering never differ: its own TypeScript, built in memory.
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'

const built = await esbuild.build({
  stdin: {
    contents: `export * from './language-features.ts'; export { comparable, folded } from './normalise.ts'; export { FAMILIES } from './language-model.ts'`,
    resolveDir: fileURLToPath(new URL('../../bot/understanding', import.meta.url)),
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
})
export const { comparable, folded, scriptOf, languageFeatures, MOST_FEATURES, FAMILIES } = await import(
  `data:text/javascript;base64,${Buffer.from(built.outputFiles[0].contents).toString('base64')}`
)
