// MICROSOFT_APP_ID=... PUBLIC_URL=https://... npm run manifest: writes dist/lotsen-teams.zip, to be uploaded in Teams.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { zipSync } from 'fflate'

const read = (name) => readFileSync(new URL(name, import.meta.url))

/** The files of the package by name, with the bot's own id and address in them. */
export function packageFiles({ appId, publicUrl }) {
  const { origin, host, hostname } = new URL(publicUrl)
  const manifest = read('manifest.json')
    .toString('utf8')
    .replaceAll('{{appId}}', appId)
    .replaceAll('{{publicUrl}}', origin)
    .replaceAll('{{domain}}', hostname)
    .replaceAll('{{host}}', host)
  return {
    'manifest.json': Buffer.from(manifest),
    'en.json': read('en.json'),
    'color.png': read('color.png'),
    'outline.png': read('outline.png'),
  }
}

/** Dated the first day that a ZIP can know of: the same package is the same bytes. */
export const zip = (files) => Buffer.from(zipSync(files, { mtime: new Date(1980, 0, 1) }))

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
