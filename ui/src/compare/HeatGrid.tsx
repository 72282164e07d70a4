import { useRef, type KeyboardEvent } from 'react';
import type { ComparedRow } from '../api/types';
import { useTheme } from '../theme/useTheme';
import { DivergingLegend } from './DivergingLegend';
import { figureName, oneSided, rowLabel } from './figures';
import type { Grid } from './grid';
import { diverging } from './scale';

interface HeatGridProps {
  grid: Grid;
  figure: string;
  caption: string;
  selected: (row: ComparedRow) => boolean;
  onSelect: (row: ComparedRow) => void;
}

const STEPS: Record<string, [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Differences as colour; one cell is in the tab order, arrows lead to the others. */
export function HeatGrid({ grid, figure, caption, selected, onSelect }: HeatGridProps) {
  const { palette } = useTheme();
  const table = useRef<HTMLTableElement>(null);
  const cells = grid.rows.flatMap((row) => grid.columns.map((column) => grid.at(row.key, column.key)));
  const scale = diverging(
    palette,
    cells.map((cell) => cell?.figures[figure]?.difference),
    figure === 'targetRank',
  );
  const first = Math.max(
    0,
    cells.findIndex((cell) => cell && selected(cell)),
    cells.some((cell) => cell && selected(cell)) ? 0 : cells.findIndex(Boolean),
  );

  const walk = (event: KeyboardEvent, row: number, column: number) => {
    const [down, right] = STEPS[event.key] ?? [0, 0];
    if (down === 0 && right === 0) return;
    event.preventDefault();
    let [r, c] = [row + down, column + right];
    while (r >= 0 && c >= 0 && r < grid.rows.length && c < grid.columns.length) {
      const next = table.current?.querySelector<HTMLElement>(`[data-place="${r} ${c}"]`);
      if (next) return next.focus();
      [r, c] = [r + down, c + right];
    }
  };

  return (
    <div>
      <div className="heat">
        <table ref={table}>
          <caption className="hidden">
            {caption}: difference of {figureName(figure)}, right minus left
          </caption>
          <thead>
            <tr>
              <td />
              {grid.columns.map((column) => (
                <th key={column.key} scope="col" title={column.title}>
                  <span>{column.label}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map((row, r) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {grid.columns.map((column, c) => {
                  const cell = grid.at(row.key, column.key);
                  return (
                    <td key={column.key}>
                      {cell && (
                        <button
                          type="button"
                          data-place={`${r} ${c}`}
                          tabIndex={r * grid.columns.length + c === first ? 0 : -1}
                          className={oneSided(cell.figures[figure])}
                          style={{ background: scale.colour(cell.figures[figure]?.difference) }}
                          aria-label={rowLabel(cell, figure)}
                          title={rowLabel(cell, figure)}
                          aria-pressed={selected(cell)}
                          onClick={() => onSelect(cell)}
                          onKeyDown={(event) => walk(event, r, c)}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <DivergingLegend figure={figure} most={scale.most} />
    </div>
  );
}
