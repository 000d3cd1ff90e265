import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { CLIENT_WORDS } from '../../../bot/channels/pages/words.js'
import { projectFolder } from '../../fixtures/content.js'

it('the page hands the script every word that it says; those of the launcher are built into it', () => {
  const words = Object.keys(JSON.parse(readFileSync(join(projectFolder, 'locales/sv/client.json'), 'utf8')) as object)
  expect([...CLIENT_WORDS].sort()).toEqual(words.filter((word) => !word.startsWith('embed-')).sort())
})
