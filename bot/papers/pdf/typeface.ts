import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const find = createRequire(import.meta.url).resolve

/** The typeface of the PDF and of the PNG, as a file of a dependency: no machine has the same ones installed. */
export const TYPEFACE = {
  name: 'Source Sans 3',
  regular: () => readFileSync(find('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf')),
  bold: () => readFileSync(find('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf')),
}
