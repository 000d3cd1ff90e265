import { useId, type ReactNode } from 'react'
import { useWords } from '../../hooks/use-words.js'

type Props = {
  caption: string
  /** The same in one or two sentences, for whoever does not see the picture. */
  says: string
  /** Drawn in percent of the width, so that letters keep their size on a narrow screen. Units of height are pixels. */
  height: number
  children: ReactNode
  /** Everything that the picture shows, as a table. */
  table: ReactNode
  /** A heading above it says the same as its caption already. */
  isUnderHeading?: boolean | undefined
  /** What stands at its edges reaches out of it. */
  hasMarks?: boolean
}

/** A picture of ours with its words: what it says, and behind a press all that it shows. */
export function Picture({ caption, says, height, children, table, isUnderHeading, hasMarks }: Props) {
  const t = useWords()
  const name = useId()
  return (
    <figure className="project-picture">
      <figcaption className={isUnderHeading ? 'hidden-visually' : undefined}>{caption}</figcaption>
      <svg
        className={hasMarks ? 'with-marks' : undefined}
        role="img"
        aria-labelledby={name}
        width="100%"
        height={height}
        focusable="false"
      >
        <title id={name}>{says}</title>
        {children}
      </svg>
      <details>
        <summary>{t('staff-projects.as-table')}</summary>
        {table}
      </details>
    </figure>
  )
}
