import { retryAfter } from './back-off.js'
import { jsonIn, type Reply } from './ask.js'

// A file of the greatest size takes its time from a telephone; without a sign of progress for this long it is given up.
const SILENCE = 30_000

type Upload = { path: string; token: string; body: FormData; onShare: (share: number) => void }

/** Sends a file and tells how much of it has gone, from 0 to 1, which fetch cannot. Never throws: no answer is an answer too. */
export const sendUp = ({ path, token, body, onShare }: Upload): Promise<Reply> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const giveUp = () => request.abort()
    let timer = setTimeout(giveUp, SILENCE)
    const goesOn = (): void => {
      clearTimeout(timer)
      timer = setTimeout(giveUp, SILENCE)
    }
    request.upload.onprogress = ({ loaded, total }) => {
      goesOn()
      onShare(total > 0 ? loaded / total : 0)
    }
    request.onloadend = () => {
      clearTimeout(timer)
      const wait = retryAfter(request.getResponseHeader('retry-after'), new Date())
      resolve({ status: request.status, body: jsonIn(request.responseText), wait })
    }
    request.open('POST', path)
    request.setRequestHeader('authorization', `Bearer ${token}`)
    request.send(body)
  })
