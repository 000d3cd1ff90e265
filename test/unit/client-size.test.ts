import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

const KILOBYTE = 1000

// Built apart, so that nobody's dist/ is written over.
const folder = mkdtempSync(join(tmpdir(), 'lotsen-client-'))
let manifest: Record<'client' | 'embed' | 'css', string>

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build-client.mjs', folder])
  manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as typeof manifest
})
afterAll(() => rmSync(folder, { recursive: true }))

const text = (name: keyof typeof manifest): string => readFileSync(join(folder, manifest[name]), 'utf8')
const gzipped = (name: keyof typeof manifest): number => gzipSync(text(name)).byteLength

describe('what a browser fetches', () => {
  it('is at most 25 kB of script, and little enough of style to leave room for the page in 60 kB', () => {
    expect(gzipped('client')).toBeLessThanOrEqual(25 * KILOBYTE)
    expect(gzipped('client') + gzipped('css')).toBeLessThanOrEqual(40 * KILOBYTE)
  })

  it('is at most 10 kB for the launcher on other pages', () => {
    expect(gzipped('embed')).toBeLessThanOrEqual(10 * KILOBYTE)
  })

  it('is named by its content, so that it may be kept for ever', () => {
    expect(Object.values(manifest)).toEqual([
      expect.stringMatching(/^client-[0-9a-f]{10}\.js$/),
      expect.stringMatching(/^embed-[0-9a-f]{10}\.js$/),
      expect.stringMatching(/^style-[0-9a-f]{10}\.css$/),
    ])
  })

  it('asks no other host for anything and keeps nothing in the browser', () => {
    for (const name of ['client', 'embed'] as const) {
      expect(text(name).match(/https?:\/\/[a-z0-9.-]+/gi) ?? []).toEqual([])
      expect(text(name)).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie/)
    }
    expect(text('css')).not.toMatch(/url\(\s*['"]?(?:https?:)?\/\//)
  })
})
