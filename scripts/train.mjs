// npm run train: learns from content/ what the finder needs, into dist/finder/. Does nothing when neither the texts nor the method changed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { botModules, contentInFiles } from './bot-modules.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'dist/finder')
const learned = join(folder, 'learned.bin')
const stampFile = join(folder, 'learned-from')
const INPUTS = ['content', 'bot/understanding', 'bot/domain/content', 'bot/skills/findable-texts.ts']

export async function train() {
  const stamp = stampOf(INPUTS)
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
    writeAtOnce(learned, bot.trainedToBytes(bot.trainFinder(things)))
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

function stampOf(inputs) {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(filesIn)) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function filesIn(path) {
  if (path.endsWith('.ts')) return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
    .sort()
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await train()
