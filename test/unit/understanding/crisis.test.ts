import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { CrisisWords } from '../../../bot/domain/crisis/crisis-words.js'
import { crisisFinder } from '../../../bot/understanding/crisis.js'
import { projectFolder } from '../../fixtures/content.js'

const folder = join(projectFolder, 'content/crisis-words')
const words = readdirSync(folder).map((file) => CrisisWords.parse(parse(readFileSync(join(folder, file), 'utf8'))))
const find = crisisFinder(words)

describe('the words of a crisis', () => {
  it.each([
    ['jag vill dö', 'suicide'],
    ['orkar inte leva längre', 'suicide'],
    ['jag villl ta livet av mej', 'suicide'],
    ['min man slår mig', 'violence'],
    ['min sambo stryper mig', 'violence'],
    ['barnet blir slaget hemma', 'child'],
    ['det brinner hos grannen', 'danger'],
    ['hon andas inte', 'danger'],
    ['barnet har ätit tvättmedel', 'poison'],
    ['i want to kill myself', 'suicide'],
    ['my husband beats me', 'violence'],
    ['someone is breaking in', 'danger'],
    ['haluan kuolla', 'suicide'],
    ['mieheni lyö minua', 'violence'],
    ['زوجي يضربني', 'violence'],
    ['waxaan rabaa inaan dhinto', 'suicide'],
    ['mąż mnie bije', 'violence'],
    ['شوهرم مرا می‌زند', 'violence'],
  ])('are found in "%s": %s', (text, kind) => expect(find(text)?.kind).toBe(kind))

  it.each([
    'när dör man som kund',
    'slå ihop två lägenheter',
    'slå av strömmen',
    'döda vinkeln',
    'dödsbo',
    'bygglov för altan',
    'how do I apply for preschool',
  ])('are not found in "%s"', (text) => expect(find(text)).toBeUndefined())
})
