import type { Schedule } from '../domain/permits/plan-types.js'
import { attribute, escapeHtml } from './escape.js'
import type { PlanTeller } from './plan-teller.js'
import { timelinePicture, type Shape, type TimelinePicture, type Tone } from './timeline-picture.js'

/** Colours on white paper. A page gives the classes other colours when it is dark; printed, they are these. */
export const TIMELINE_COLOURS: Readonly<Record<Tone, string>> = {
  paper: '#ffffff',
  ink: '#16222e',
  quiet: '#41505f',
  line: '#c5d0da',
  bar: '#4f86b8',
  critical: '#0b2f55',
  opening: '#125a2c',
}

// The typeface of the PNG first; a page has its own.
const LETTERS = "'Source Sans 3', system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"

/** The order of a plan as a picture: title and description for who does not see it, no style element, nothing loaded from elsewhere. */
export const timelineSvg = (schedule: Schedule, teller: PlanTeller): string =>
  pictureToSvg(timelinePicture(schedule, teller), teller.language)

/** A picture that was laid out before. */
export function pictureToSvg({ width, height, title, description, shapes }: TimelinePicture, language: string): string {
  const size = `viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} class="timeline" direction="ltr" role="img" aria-labelledby="timeline-title timeline-desc"${attribute('lang', language)}${attribute('font-family', LETTERS)}>
<title id="timeline-title">${escapeHtml(title)}</title>
<desc id="timeline-desc">${escapeHtml(description)}</desc>
${shapes.map(shapeToSvg).join('\n')}
</svg>`
}

const round = (value: number): number => Math.round(value * 10) / 10
const painted = (tone: Tone, part: 'fill' | 'stroke'): string =>
  `${part}="${TIMELINE_COLOURS[tone]}" class="timeline-${part}-${tone}"`

function shapeToSvg(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return `<text x="${round(shape.x)}" y="${round(shape.y)}" font-size="${shape.size}" text-anchor="${shape.anchor}"${shape.bold ? ' font-weight="600"' : ''} ${painted(shape.tone, 'fill')}>${escapeHtml(shape.text)}</text>`
    case 'line':
      return `<line x1="${round(shape.x1)}" y1="${round(shape.y1)}" x2="${round(shape.x2)}" y2="${round(shape.y2)}" stroke-width="${shape.thick}"${shape.dashed ? ' stroke-dasharray="4 4"' : ''} ${painted(shape.tone, 'stroke')}/>`
    case 'diamond':
      return `<path d="M${round(shape.x)} ${round(shape.y - shape.size)}l${shape.size} ${shape.size}l-${shape.size} ${shape.size}l-${shape.size} -${shape.size}z" ${painted(shape.tone, 'fill')}/>`
    case 'bar':
      return shape.hollow
        ? `<rect ${placed({ ...shape, x: shape.x + 0.75, y: shape.y + 0.75, width: Math.max(1, shape.width - 1.5), height: shape.height - 1.5 })} fill="none" stroke-width="1.5" stroke-dasharray="5 2.5" ${painted(shape.tone, 'stroke')}/>`
        : `<rect ${placed(shape)} ${painted(shape.tone, 'fill')}/>`
  }
}

const placed = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string =>
  `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`
