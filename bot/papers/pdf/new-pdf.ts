import type { Pdf } from './style.js'

const MARGINS = { top: 50, bottom: 60, left: 50, right: 50 }

/** An empty document that can be read aloud. `language` is BCP 47. */
export async function newPdf(title: string, language: string, at: Date): Promise<Pdf> {
  // Loaded when it is first asked for: most who start the bot never need it.
  const { default: PDFDocument } = await import('pdfkit')
  const options = {
    size: 'A4',
    margins: MARGINS,
    bufferPages: true,
    tagged: true,
    pdfVersion: '1.7' as const,
    // The typings do not know this one yet.
    subset: 'PDF/UA' as 'PDF/A-2a',
    lang: language,
    displayTitle: true,
    font: '',
    info: { Title: title, Creator: 'Lotsen', Producer: 'Lotsen', CreationDate: at },
  }
  return new PDFDocument(options)
}

/** All of it, when it is ended. Listens from now on. */
export const collected = (doc: Pdf): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    doc.on('data', (piece: Buffer) => pieces.push(piece))
    doc.on('end', () => resolve(Buffer.concat(pieces)))
    doc.on('error', reject)
  })
