import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { TYPEFACE } from '../../papers/pdf/typeface.js'

type Library = typeof import('@resvg/resvg-wasm')
type Drawing = { library: Library; typefaces: Uint8Array[] }

// Sharp on the screens of telephones, and still far from what a card may weigh.
const WIDTH = 1360
let drawing: Promise<Drawing> | undefined

/** A picture for where SVG is not shown, such as Teams. */
export async function svgToPng(svg: string): Promise<Uint8Array> {
  drawing ??= loaded()
  const { library, typefaces } = await drawing
  const picture = new library.Resvg(svg, {
    fitTo: { mode: 'width', value: WIDTH },
    font: { fontBuffers: typefaces, defaultFontFamily: TYPEFACE.name, sansSerifFamily: TYPEFACE.name, loadSystemFonts: false },
  })
  try {
    const drawn = picture.render()
    const png = drawn.asPng()
    drawn.free()
    return png
  } finally {
    // Its memory is WebAssembly's, and is not given back by itself.
    picture.free()
  }
}

/** Loaded when it is first asked for: two megabytes that most who start the bot never need. */
async function loaded(): Promise<Drawing> {
  const library = await import('@resvg/resvg-wasm')
  await library.initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))
  return { library, typefaces: [TYPEFACE.regular(), TYPEFACE.bold()] }
}
