import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { Kind } from '../../../bot/domain/content/content.js'
import { contentFiles, type ContentFile } from '../../../bot/store/content-files.js'
import { checkRules } from '../../../bot/store/rule-set.js'
import { projectFolder } from '../../fixtures/content.js'

const document = readFileSync(join(projectFolder, 'docs/permits.md'), 'utf8')
const real = await contentFiles(join(projectFolder, 'content'))

/** The files of the worked example, as they stand in the document. */
const example = [...document.matchAll(/`content\/([a-z-]+)\/([a-z-]+\.yaml)`:\n\n```yaml\n(.*?)```/gs)].map(
  ([, kind, name, text]): ContentFile => ({
    kind: kind as Kind,
    id: basename(name!, '.yaml'),
    file: `${kind!}/${name!}`,
    hash: name!,
    text: text!,
  }),
)
const faults = (files: readonly ContentFile[]) =>
  checkRules([...real, ...files], '2026-11-21').faults.filter(({ file }) => files.some((mine) => mine.file === file))

describe('the worked example of how to add a permit', () => {
  const [permit, card] = example

  it('is a permit and a card, and works with the real rules', () => {
    expect(example.map(({ file }) => file)).toEqual(['permits/kite-show.yaml', 'permit-questions/kites.yaml'])
    expect(faults([permit!, card!])).toEqual([])
  })

  it('is told what the document says while nobody asks about kites', () => {
    const told = faults([permit!]).map(
      ({ file, line, field, reason, kind }) => `content/${file}:${line}: ${field}\n    ${reason}  [${kind}]`,
    )
    expect(told).toHaveLength(4)
    expect(document).toContain(told.join('\n'))
  })

  it('is told what the document says with the two mistakes in it', () => {
    const mistaken = permit!.text.replace('at-least: 200', 'at-least: 201').replace('public-gathering', 'public-gatherings')
    for (const { file, line, field, reason } of faults([{ ...permit!, text: mistaken }, card!]))
      expect(document).toContain(`content/${file}:${line}: ${field}\n    ${reason}`)
  })
})
