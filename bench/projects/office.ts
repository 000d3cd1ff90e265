import { DEVELOPMENT_PEOPLE } from '../../bot/domain/people/development-people.js'

/** Somebody of the portfolio office who has signed in. */
export type Office = { opens(query: string): Promise<{ milliseconds: number; bytes: number }> }

/** Signs in as one who may see all projects; `opens` asks for the portfolio until the last byte is there. */
export async function officeAt(url: string): Promise<Office> {
  const { oid } = DEVELOPMENT_PEOPLE.find(({ roles }) => roles.includes('portfolio-office'))!
  const signedIn = await fetch(`${url}/staff/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: oid }),
  })
  const { session } = (await signedIn.json()) as { session: string }
  return {
    async opens(query) {
      const began = performance.now()
      const response = await fetch(`${url}/staff/api/projects${query}`, { headers: { authorization: `Bearer ${session}` } })
      const body = await response.text()
      const milliseconds = performance.now() - began
      if (!response.ok) throw new Error(`${query} answered ${response.status}: ${body}`)
      return { milliseconds, bytes: Buffer.byteLength(body) }
    },
  }
}
