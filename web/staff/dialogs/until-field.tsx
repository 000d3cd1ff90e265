import { useDesk } from '../hooks/use-desk.js'
import { timeText, inMinutes } from '../times.js'
import { ChoiceField } from './choice-field.js'

const MINUTES = [15, 30, 60, 120, 240, 480, 1440] as const
export const FIRST_MINUTES = '60'

/** Until when something holds, as a time by Stockholm's clocks. */
export function UntilField({ minutes, choose }: { minutes: string; choose: (minutes: string) => void }) {
  const { t, language, now } = useDesk()
  const at = now()
  const options = MINUTES.map((count) => ({ value: String(count), text: timeText(inMinutes(count, at), at, language) }))
  return <ChoiceField label={t('staff.until')} value={minutes} choose={choose} options={options} />
}
