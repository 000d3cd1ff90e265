import type { ReactNode } from 'react'

/** `id` is the row's own, `cells` in the order of the heads; the first is the row's name. */
export type DataRow = { id: string; cells: readonly ReactNode[] }
type Props = { caption: string; heads: readonly string[]; rows: readonly DataRow[]; numbersFrom?: number; foot?: DataRow }

/** A table that can be moved sideways, also by keyboard, where the screen is too narrow for it. From `numbersFrom` on, columns are numbers. */
export const DataTable = ({ caption, heads, rows, numbersFrom = heads.length, foot }: Props) => (
  <div className="project-table" role="group" aria-label={caption} tabIndex={0}>
    <table>
      <caption className="hidden-visually">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th key={head} scope="col" className={index >= numbersFrom ? 'number' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} {...{ row, numbersFrom }} />
        ))}
      </tbody>
      {foot && (
        <tfoot>
          <Row row={foot} numbersFrom={numbersFrom} />
        </tfoot>
      )}
    </table>
  </div>
)

const Row = ({ row, numbersFrom }: { row: DataRow; numbersFrom: number }) => (
  <tr>
    {row.cells.map((cell, index) =>
      index === 0 ? (
        <th key={index} scope="row">
          {cell}
        </th>
      ) : (
        <td key={index} className={index >= numbersFrom ? 'number' : undefined}>
          {cell}
        </td>
      ),
    )}
  </tr>
)
