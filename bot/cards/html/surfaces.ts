import { isPart, partsIn, textIn, type Part } from '../card-parts.js'
import { attribute, escapeHtml } from '../escape.js'
import { linkToHtml } from '../markdown.js'
import { addressOf, looks, type Write } from './writing.js'

/** The style of a surface (emphasis, attention …); of text, "heading" is no look but a meaning. */
const surface = (part: Part): string =>
  /^[a-z]+$/i.test(textIn(part, 'style') ?? '') ? `style-${textIn(part, 'style')?.toLowerCase()}` : ''

export const writeContainer: Write = (part, writing) =>
  `<div${looks(part, 'container', surface(part))}>${writing.write.all(part['items'], writing)}${writeSelectAction(part, writing)}</div>`

/** A pressable surface is a button at its end, since a surface has no name that can be read aloud. */
const writeSelectAction: Write = (part, writing) =>
  isPart(part['selectAction']) ? writing.write.actions([part['selectAction']], writing) : ''

export const writeColumns: Write = (part, writing) => {
  const columns = partsIn(part['columns']).map(
    (column) =>
      `<div${looks(column, 'column', widthOf(column), surface(column))}>${writing.write.all(column['items'], writing)}${writeSelectAction(column, writing)}</div>`,
  )
  return `<div${looks(part, 'columns', surface(part))}>${columns.join('')}${writeSelectAction(part, writing)}</div>`
}

const widthOf = (column: Part): string =>
  /^(?:auto|\d+px)$/.test(textIn(column, 'width') ?? '') ? 'width-auto' : 'width-stretch'

export const writeTable: Write = (part, writing) => {
  const rows = partsIn(part['rows']).map((row, index) => {
    const tag = index === 0 && part['firstRowAsHeader'] !== false ? 'th' : 'td'
    const cells = partsIn(row['cells']).map(
      (cell) =>
        `<${tag}${tag === 'th' ? ' scope="col"' : ''}${looks(cell)}>${writing.write.all(cell['items'], writing)}</${tag}>`,
    )
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table${looks(part, part['showGridLines'] === false ? '' : 'grid')}>${rows.join('')}</table>`
}

export const writeImage: Write = (part, writing) => {
  const alternative = textIn(part, 'altText')
  const address = textIn(part, 'url') ?? ''
  if (alternative === undefined) throw new Error('A card has an image without altText')
  if (!/^(?:https:\/\/|\/[^/]|data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,])/.test(address))
    throw new Error('A card has an image that is not https')
  const size = (field: string) => /^(\d+)(?:px)?$/.exec(textIn(part, field) ?? '')?.[1]
  const picture = `<img${attribute('src', address)} alt="${escapeHtml(alternative)}"${attribute('width', size('width'))}${attribute('height', size('height'))}${looks(part)}>`
  const action = part['selectAction']
  if (!isPart(action)) return picture
  return action['type'] === 'Action.OpenUrl'
    ? linkToHtml(addressOf(action), picture, writing.words)
    : picture + writing.write.actions([action], writing)
}

export const writeImages: Write = (part, writing) => `<div class="images">${writing.write.all(part['images'], writing)}</div>`
