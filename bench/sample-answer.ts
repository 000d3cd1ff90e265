import { openConnection } from './connection.js'
import { question, type Asking } from './load.js'

/** The answer of middling length to the questions, as the bot's JSON has it: what an echo has to store to store as much. */
export async function sampleAnswer({ url, questions, replies }: Asking): Promise<unknown> {
  const connection = await openConnection(new URL('/api/messages', url))
  const answers: string[] = []
  for (const [at, text] of questions.entries()) {
    const response = await connection.post(JSON.stringify(question(text, at)))
    replies.take(response)
    const { activities } = JSON.parse(response.body) as { activities: unknown[] }
    answers.push(JSON.stringify(activities.at(-1)))
  }
  connection.close()
  const byLength = answers.sort((one, other) => one.length - other.length)
  return JSON.parse(byLength[Math.floor(byLength.length / 2)]!)
}
