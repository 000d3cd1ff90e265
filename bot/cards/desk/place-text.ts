import type { ShownWait } from '../../domain/desk/ports.js'
import type { Translate } from '../../i18n/translate.js'

/** "Du är nummer 3 i kön. Vi tror 4 till 11 minuter." The wait is left out when nothing is known of it. */
export function placeText({ ahead, interval }: Pick<ShownWait, 'ahead' | 'interval'>, t: Translate): string {
  const place = t('desk.place', { place: ahead + 1 })
  return interval ? `${place} ${t('desk.wait', minutesOf(interval))}` : `${place} ${t('desk.wait-soon')}`
}

/** "Du blir nummer 3 i kön. Vi tror 4 till 11 minuter." To somebody who may still say no. */
export function expectedPlaceText({ ahead, interval }: Pick<ShownWait, 'ahead' | 'interval'>, t: Translate): string {
  const place = t('desk.summary.place', { place: ahead + 1 })
  return interval ? `${place} ${t('desk.wait', minutesOf(interval))}` : place
}

const minutesOf = ({ fromSeconds, toSeconds }: NonNullable<ShownWait['interval']>) => ({
  from: Math.floor(fromSeconds / 60),
  to: Math.ceil(toSeconds / 60),
})
