// MICROSOFT_APP_ID=... PUBLIC_URL=https://... node manifest/build-package.mjs: writes dist/lotsen-teams.zip, to be uploaded in Teams.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { crc32 } from 'node:zlib'

const read = (name) => readFileSync(new URL(name, import.meta.url))

/** The files of the package by name, with the bot's own id and address in them. */
export function packageFiles({ appId, publicUrl }) {
  const { origin, hostname } = new URL(publicUrl)
  const manifest = read('manifest.json')
    .toString('utf8')
    .replaceAll('{{appId}}', appId)
    .replaceAll('{{publicUrl}}', origin)
    .replaceAll('{{domain}}', hostname)
  return {
    'manifest.json': Buffer.from(manifest),
    'en.json': read('en.json'),
    'color.png': read('color.png'),
    'outline.png': read('outline.png'),
  }
}

// The first day that a ZIP can know of: the same package is the same bytes.
const DATE = 0x21

/** A ZIP of uncompressed files: they are small, and PNG is compressed already. */
export function zip(files) {
  const parts = []
  const directory = []
  let offset = 0
  for (const [name, data] of Object.entries(files)) {
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(DATE, 8)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), data])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, Buffer.from(name)]))
    parts.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(entries.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, entries, Buffer.from('PK\x05\x06', 'latin1'), end])
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { MICROSOFT_APP_ID: appId, PUBLIC_URL: publicUrl } = process.env
  if (!appId || !publicUrl) {
    console.error('Set MICROSOFT_APP_ID (the id of the bot) and PUBLIC_URL (the https address that people reach it by).')
    process.exit(1)
  }
  const folder = fileURLToPath(new URL('../dist', import.meta.url))
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/lotsen-teams.zip`, zip(packageFiles({ appId, publicUrl })))
  console.log('dist/lotsen-teams.zip')
}
