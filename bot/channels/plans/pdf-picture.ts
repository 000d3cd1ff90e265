import type { Shape, TimelinePicture } from '../../cards/timeline-picture.js'
import { TIMELINE_COLOURS } from '../../cards/timeline-svg.js'
import type { Pdf } from '../../papers/pdf/style.js'

/** Draws a timeline as vectors and real text, at the origin and in its own measures. */
export function drawPicture(doc: Pdf, { shapes }: TimelinePicture): void {
  for (const shape of shapes) draw(doc, shape)
}

function draw(doc: Pdf, shape: Shape): void {
  const colour = TIMELINE_COLOURS[shape.tone]
  switch (shape.kind) {
    case 'text':
      return drawText(doc, shape, colour)
    case 'line':
      return withDashes(doc, shape.dashed ? 4 : 0, () =>
        doc.lineWidth(shape.thick).moveTo(shape.x1, shape.y1).lineTo(shape.x2, shape.y2).stroke(colour),
      )
    case 'diamond': {
      const { x, y, size } = shape
      doc.polygon([x, y - size], [x + size, y], [x, y + size], [x - size, y]).fill(colour)
      return
    }
    case 'bar': {
      const { x, y, width, height, hollow } = shape
      if (!hollow) doc.rect(x, y, width, height).fill(colour)
      else
        withDashes(doc, 5, () =>
          doc
            .lineWidth(1.5)
            .rect(x + 0.75, y + 0.75, Math.max(1, width - 1.5), height - 1.5)
            .stroke(colour),
        )
    }
  }
}

function drawText(doc: Pdf, { x, y, text, size, bold, anchor }: Extract<Shape, { kind: 'text' }>, colour: string): void {
  doc
    .font(bold ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor(colour)
  const width = doc.widthOfString(text)
  const start = { start: x, middle: x - width / 2, end: x - width }[anchor]
  doc.text(`${text} `, start, y, { lineBreak: false, baseline: 'alphabetic' })
}

function withDashes(doc: Pdf, length: number, stroke: () => void): void {
  if (length > 0) doc.dash(length, { space: length / 2 })
  stroke()
  if (length > 0) doc.undash()
}
