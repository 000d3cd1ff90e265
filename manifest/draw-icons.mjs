// node manifest/draw-icons.mjs: draws color.png and outline.png. The picture is the flag H of the sea: "I have a pilot on board".
import { writeFileSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'

const BLUE = [11, 79, 138, 255]
const WHITE = [255, 255, 255, 255]
const RED = [200, 30, 45, 255]
const CLEAR = [0, 0, 0, 0]

const chunk = (type, data) => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, check])
}

/** A square PNG; `colourAt(x, y)` gives red, green, blue and alpha. */
function png(side, colourAt) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  // 8 bits a channel, with alpha.
  header.set([8, 6, 0, 0, 0], 8)
  const lines = Array.from({ length: side }, (_, y) => [0, ...Array.from({ length: side }, (_, x) => colourAt(x, y)).flat()])
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(lines.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([signature, ...parts])
}

const isIn = (x, y, [left, top, right, bottom]) => x >= left && x < right && y >= top && y < bottom

const color = (x, y) => {
  if (isIn(x, y, [48, 60, 96, 132])) return WHITE
  return isIn(x, y, [96, 60, 144, 132]) ? RED : BLUE
}
// Teams colours the outline itself, so it may be white and clear only.
const outline = (x, y) => {
  if (!isIn(x, y, [4, 8, 28, 24])) return CLEAR
  return isIn(x, y, [6, 10, 16, 22]) ? CLEAR : WHITE
}

writeFileSync(new URL('color.png', import.meta.url), png(192, color))
writeFileSync(new URL('outline.png', import.meta.url), png(32, outline))
