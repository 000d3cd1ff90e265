import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether two seals, signatures or passwords are the same. Their hashes are compared, which are equally long whatever was given, so that the time it takes tells nothing. */
export const isSameSecret = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
