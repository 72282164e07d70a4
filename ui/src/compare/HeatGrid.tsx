import type { ComparedRow } from '../api/types';
import { CellGrid } from '../grid/CellGrid';
import { diverging } from '../grid/scale';
import { useTheme } from '../theme/useTheme';
import { DivergingLegend } from './DivergingLegend';
import { figureName, oneSided, rowLabel } from './figures';
import type { Grid } from './grid';

interface HeatGridProps {
  grid: Grid;
  figure: string;
  caption: string;
  selected: (row: ComparedRow) => boolean;
  onSelect: (row: ComparedRow) => void;
}

/** Differences as colour. */
export function HeatGrid({ grid, figure, caption, selected, onSelect }: HeatGridProps) {
  const { palette } = useTheme();
  const cells = grid.rows.flatMap((row) => grid.columns.map((column) => grid.at(row.key, column.key)));
  const scale = diverging(
    palette,
    cells.map((cell) => cell?.figures[figure]?.difference),
    figure === 'targetRank',
  );
  return (
    <div>
      <div className="heat">
        <CellGrid
          caption={`${caption}: difference of ${figureName(figure)}, right minus left`}
          columns={grid.columns}
          rows={grid.rows}
          at={grid.at}
          look={(cell) => ({
            colour: scale.colour(cell.figures[figure]?.difference),
            label: rowLabel(cell, figure),
            className: oneSided(cell.figures[figure]),
          })}
          selected={selected}
          onSelect={onSelect}
        />
      </div>
      <DivergingLegend figure={figure} most={scale.most} />
    </div>
  );
}
