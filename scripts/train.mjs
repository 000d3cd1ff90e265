// npm run train: learns from content/ what the finder needs, into dist/finder/. Does nothing when neither the texts nor the method changed.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { botModules, contentInFiles } from './bot-modules.mjs'
import { hashOf } from './hash-of.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'dist/finder')
const learned = join(folder, 'learned.bin')
const stampFile = join(folder, 'learned-from')
const INPUTS = ['content', 'bot/understanding', 'bot/domain/content', 'bot/skills/findable-texts.ts']

export async function train() {
  const stamp = hashOf(INPUTS)
  if (existsSync(learned) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  const bot = await botModules(
    'store/read-content.js',
    'skills/findable-texts.js',
    'understanding/find.js',
    'understanding/train-finder.js',
  )
  const things = await whatCanBeFound(bot)
  if (!things) return
  mkdirSync(folder, { recursive: true })
  if (!isLearned(bot, bot.versionOf(things))) {
    console.log(`Learning to find ${things.length} things (half a minute, only when a text changed) …`)
    const trained = bot.trainFinder(things)
    writeAtOnce(learned, bot.trainedToBytes(trained))
    // What nobody would find: none of its own phrases leads to it by what the others say.
    for (const id of trained.neverFirst)
      console.warn(`${id} comes first for none of its own phrases: it needs more, and other ones.`)
  }
  writeAtOnce(stampFile, stamp)
}

// What is wrong with the content is for the bot to say when it starts: it may have good versions that are not in the files.
async function whatCanBeFound(bot) {
  try {
    return bot.findableTexts(await contentInFiles(bot))
  } catch (error) {
    if (error.name !== 'ContentRefused') throw error
    console.error(`Nothing new was learned.\n${error.message}`)
    return undefined
  }
}

function isLearned({ trainedFromBytes }, version) {
  try {
    return trainedFromBytes(readFileSync(learned)).version === version
  } catch {
    return false
  }
}

// A bot that starts meanwhile reads the old file or the new one, never half of one.
function writeAtOnce(file, content) {
  writeFileSync(`${file}.${process.pid}`, content)
  renameSync(`${file}.${process.pid}`, file)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await train()
