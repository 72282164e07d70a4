import { useRef, type CSSProperties } from 'react';
import { walk } from './walk';

export interface GridColumn {
  key: string;
  label: string;
  title: string;
  /** the one that the grid is about */
  marked?: boolean;
}

export interface GridRow {
  key: string;
  label: string;
  title?: string;
}

/** How a cell looks, and what a reader of the screen hears of it. */
export interface CellLook {
  colour: string;
  label: string;
  text?: string;
  ink?: string;
  className?: string | undefined;
}

interface CellGridProps<C> {
  caption: string;
  columns: GridColumn[];
  rows: GridRow[];
  at: (row: string, column: string) => C | undefined;
  look: (cell: C) => CellLook;
  selected: (cell: C) => boolean;
  onSelect: (cell: C) => void;
  /** the cell under the pointer or the focus, and none when it has left */
  onPoint?: ((cell: C | undefined) => void) | undefined;
}

/** How many rows share the height of the window, for the style sheet. */
export function rowsStyle(rows: number): CSSProperties {
  return { '--rows': rows } as CSSProperties;
}

/** Cells as colour; one of them is in the tab order, arrows lead to the others. */
export function CellGrid<C>({
  caption,
  columns,
  rows,
  at,
  look,
  selected,
  onSelect,
  onPoint,
}: CellGridProps<C>) {
  const table = useRef<HTMLTableElement>(null);
  const cells = rows.flatMap((row) => columns.map((column) => at(row.key, column.key)));
  const isSelected = (cell: C | undefined) => cell !== undefined && selected(cell);
  const first = cells.some(isSelected)
    ? cells.findIndex(isSelected)
    : cells.findIndex((cell) => cell !== undefined);

  return (
    <table ref={table} onPointerLeave={() => onPoint?.(undefined)}>
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              title={column.title}
              className={column.marked ? 'marked' : undefined}
            >
              <span>{column.label}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, r) => (
          <tr key={row.key}>
            <th scope="row" title={row.title}>
              {row.label}
            </th>
            {columns.map((column, c) => {
              const cell = at(row.key, column.key);
              if (cell === undefined) return <td key={column.key} />;
              const { colour, label, text, ink, className } = look(cell);
              return (
                <td key={column.key} className={column.marked ? 'marked' : undefined}>
                  <button
                    type="button"
                    data-place={`${r} ${c}`}
                    tabIndex={r * columns.length + c === first ? 0 : -1}
                    className={className}
                    style={{ background: colour, ...(ink !== undefined && { color: ink }) }}
                    aria-label={label}
                    title={label}
                    aria-pressed={selected(cell)}
                    onClick={() => onSelect(cell)}
                    onKeyDown={(event) => walk(event, table.current, r, c)}
                    onPointerEnter={() => onPoint?.(cell)}
                    onFocus={() => onPoint?.(cell)}
                  >
                    {text}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
