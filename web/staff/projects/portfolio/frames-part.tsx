import type { Portfolio as PortfolioName } from '../../../../bot/domain/projects/project.js'
import { UsePicture } from '../pictures/use-picture.js'
import type { Portfolio } from '../ways.js'
import { FrameDialog } from './frame-dialog.js'
import type { PortfolioInHand } from './use-portfolio.js'

type Props = { inHand: PortfolioInHand; view: Portfolio; choose: (portfolio: PortfolioName) => void }

/** The five portfolios: what each may cost in the year, and what is planned of it. */
export const FramesPart = ({ inHand, view, choose }: Props) => (
  <>
    <UsePicture use={view.use} year={view.year} choose={choose} />
    {view.maySetFrames && <FrameDialog year={view.year} done={inHand.read} />}
  </>
)
