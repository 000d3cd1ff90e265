import type { PlaceProps } from '../place.js'
import { Told } from '../parts/told.js'
import { RecentPart } from './recent-part.js'
import { SearchPart } from './search-part.js'
import { ThingPart } from './thing-part.js'
import { UndecidedPart } from './undecided-part.js'
import { CorrectionsContext, useCorrectionsPlace } from './use-corrections.js'

/** Where a lead or an editor corrects a number, a link or an hour, sees what citizens will see, and goes back. */
export function CorrectionsPage(props: PlaceProps) {
  const place = useCorrectionsPlace(props)
  const { t, told, trouble, thing } = place
  return (
    <CorrectionsContext value={place}>
      <p className="corrections-intro quiet">{t('staff-corrections.intro')}</p>
      {(trouble ?? told) && (
        <div className="corrections-told">
          {trouble && <Told intent="error">{trouble}</Told>}
          {told && <Told intent="success">{told}</Told>}
        </div>
      )}
      <UndecidedPart />
      <div className="place-grid">
        <SearchPart />
        {thing ? <ThingPart key={`${thing.kind}/${thing.id}`} thing={thing} /> : <RecentPart />}
      </div>
    </CorrectionsContext>
  )
}
