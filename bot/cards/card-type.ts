/** The content type of an Adaptive Card, as an attachment and in the answer to an invoke. */
export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive'
