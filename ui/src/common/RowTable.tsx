import type { ReactNode } from 'react';

export interface Column<Row> {
  name: string;
  /** what it means, where the name does not say it */
  title?: string;
  number?: boolean;
  of: (row: Row) => ReactNode;
  /** of a cell, what is known besides */
  more?: (row: Row) => string;
}

interface RowTableProps<Row> {
  caption: string;
  /** seen, not only told */
  captioned?: boolean;
  /** the first names the row */
  columns: Column<Row>[];
  rows: Row[];
  id: (row: Row) => string;
  current?: Row | undefined;
  /** beside `rows` */
  className?: string;
  rowClass?: (row: Row) => string;
  /** told of the row under the pointer, and of none */
  onPoint?: (row: Row | undefined) => void;
}

/** A row a thing, a column a figure of it. */
export function RowTable<Row>({
  caption,
  captioned,
  columns,
  rows,
  id,
  current,
  className,
  rowClass,
  onPoint,
}: RowTableProps<Row>) {
  const right = ({ number }: Column<Row>) => (number ? 'number right' : undefined);
  return (
    <table className={className ? `rows ${className}` : 'rows'} onPointerLeave={() => onPoint?.(undefined)}>
      <caption className={captioned ? undefined : 'hidden'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.name}
              scope="col"
              className={column.number ? 'right' : undefined}
              title={column.title}
            >
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={id(row)}
            className={rowClass?.(row)}
            aria-current={row === current ? 'true' : undefined}
            onPointerEnter={() => onPoint?.(row)}
          >
            {columns.map((column, i) =>
              i === 0 ? (
                <th key={column.name} scope="row">
                  {column.of(row)}
                </th>
              ) : (
                <td key={column.name} className={right(column)} title={column.more?.(row)}>
                  {column.of(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
