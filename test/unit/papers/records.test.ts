import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { unzipSync } from 'fflate'
import { RECORD_KINDS, type PackageIndex } from '../../../bot/papers/records/package.js'
import { recordsPackage } from '../../../bot/papers/records/records-package.js'
import { tellerIn } from '../../fixtures/papers.js'
import { aRequest, meet, running, type Play } from '../../fixtures/project.js'
import { pdfIn } from '../../fixtures/read-pdf.js'

const AT = new Date('2027-06-01T09:00:00Z')
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function lived(): Play {
  const game = running({ recordNumber: '2027-0123' })
  game.act('manager', { kind: 'change-requested', said: aRequest() })
  game.act('manager', { kind: 'request-revised', request: 1, said: aRequest({ title: 'Three weeks more' }) })
  meet(game, () => {
    for (const who of ['chair', 'anna', 'bo'] as const) if (game.project.matters.length > 0) game.vote(who, 'approve')
  })
  game.act('admin', { kind: 'thing-registered', thing: { what: 'decision', number: 3 } })
  game.act('member', {
    kind: 'status-reported',
    said: { week: '2027-01-11', entries: [{ activity: 'tender', spent: 8, left: 32 }] },
  })
  return game
}
const game = lived()
const made = (language: 'sv' | 'en' = 'sv') =>
  recordsPackage({ project: { ...game.project, recordNumber: '2027-0123' }, filings: game.filings }, tellerIn(language), AT)

let once: Promise<Buffer> | undefined
const packed = (): Promise<Buffer> => (once ??= made())

describe('the package for the records system', () => {
  it('has a folder by the record number, with every decision and what it was about as PDF', async () => {
    const files = unzipSync(await packed())
    expect(Object.keys(files).sort()).toEqual([
      '2027-0123/SHA256SUMS.txt',
      '2027-0123/andringsbegaran/andringsbegaran-1-1.pdf',
      '2027-0123/andringsbegaran/andringsbegaran-1-2.pdf',
      '2027-0123/beslut/beslut-1.pdf',
      '2027-0123/beslut/beslut-2.pdf',
      '2027-0123/beslut/beslut-3.pdf',
      '2027-0123/index.json',
      '2027-0123/index.txt',
      '2027-0123/projektplan/projektplan-1-1.pdf',
      '2027-0123/projektplan/projektplan-2-1.pdf',
      '2027-0123/protokoll/protokoll-1.pdf',
      '2027-0123/protokoll/protokoll-2.pdf',
    ])
    const decision = await pdfIn(files['2027-0123/beslut/beslut-3.pdf']!)
    expect(decision).toMatchObject({ title: 'Beslut 3', isTagged: true })
    expect(decision.text).toContain('Ändringsbegäran 1, revision 2: Three weeks more')
    expect((await pdfIn(files['2027-0123/protokoll/protokoll-1.pdf']!)).text).toContain('Justerat av Test chair')
  })

  it('has an index with the hash of every file, of what it tells of, and of the documents that lie elsewhere', async () => {
    const files = unzipSync(await packed())
    const index = JSON.parse(Buffer.from(files['2027-0123/index.json']!).toString()) as PackageIndex
    expect(index).toMatchObject({
      version: 1,
      made: AT.toISOString(),
      project: { recordNumber: '2027-0123', number: 'P-2027-001' },
    })
    for (const { file, sha256: hash, bytes } of index.records) {
      expect(sha256(files[`2027-0123/${file}`]!)).toBe(hash)
      expect(files[`2027-0123/${file}`]!.length).toBe(bytes)
    }
    const filed = game.filings.filter(({ kind }) => (RECORD_KINDS as readonly string[]).includes(kind))
    expect(index.records.map(({ of }) => of).sort()).toEqual(filed.map(({ hash }) => hash).sort())
    expect(index.records.filter(({ registered }) => registered)).toMatchObject([{ kind: 'decision', number: 3 }])
    expect(index.elsewhere).toMatchObject([
      { kind: 'project-directive', revision: 1, sha256: 'a'.repeat(64), signedBy: 'Test owner' },
      { kind: 'communication-plan', place: 'https://archive.example/communication-plan' },
    ])
  })

  it('has the same index as plain text, without any markup, in which no title can look like another entry', async () => {
    const text = Buffer.from(unzipSync(await packed())['2027-0123/index.txt']!).toString()
    for (const told of [
      '2027-0123 Handlingar i projektet Social systems',
      'Fil: beslut/beslut-3.pdf',
      'Diariefört',
      'Undertecknat av Test owner',
    ])
      expect(text).toContain(told)
    expect(text).not.toMatch(/<[a-z?!/]|[{}]/i)
  })

  it('can be checked by the program that everybody has', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'records-'))
    try {
      for (const [name, bytes] of Object.entries(unzipSync(await packed()))) {
        mkdirSync(dirname(join(folder, name)), { recursive: true })
        writeFileSync(join(folder, name), bytes)
      }
      const check = () =>
        execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS.txt'], {
          cwd: join(folder, '2027-0123'),
          stdio: 'pipe',
        }).toString()
      expect(check().trim().split('\n')).toHaveLength(11)
      writeFileSync(join(folder, '2027-0123/beslut/beslut-3.pdf'), 'another decision')
      expect(check).toThrow(/beslut-3.pdf: FAILED|did NOT match/)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('is the same when it is made again at the same time, and has no member’s week in it', async () => {
    const [one, other] = [await made('en'), await made('en')]
    expect(one.equals(other)).toBe(true)
    expect(Object.keys(unzipSync(one)).join()).toContain('decisions/decision-3.pdf')
    expect(game.filings.some(({ kind }) => kind === 'status-report')).toBe(true)
    expect(Object.keys(unzipSync(one)).join()).not.toContain('status')
  })
})
