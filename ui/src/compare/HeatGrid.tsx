import type { ComparedRow } from '../api/types';
import { CellGrid } from '../grid/CellGrid';
import { diverging } from '../grid/scale';
import { useTheme } from '../theme/useTheme';
import { DivergingLegend } from './DivergingLegend';
import { figureName, oneSided, rowLabel } from './figures';
import type { Grid } from './grid';

interface HeatGridProps {
  /** side by side, on one scale; titled where they are several */
  grids: { title?: string; caption: string; grid: Grid }[];
  figure: string;
  selected: (row: ComparedRow) => boolean;
  onSelect: (row: ComparedRow) => void;
}

/** Differences as colour. */
export function HeatGrid({ grids, figure, selected, onSelect }: HeatGridProps) {
  const { palette } = useTheme();
  const cells = grids.flatMap(({ grid }) =>
    grid.rows.flatMap((row) => grid.columns.map((column) => grid.at(row.key, column.key))),
  );
  const scale = diverging(
    palette,
    cells.map((cell) => cell?.figures[figure]?.difference),
    figure === 'targetRank',
  );
  return (
    <div className={grids.length > 1 ? 'heats' : undefined}>
      {grids.map(({ title, caption, grid }) => (
        <div key={caption} className="heat">
          {title !== undefined && <h3>{title}</h3>}
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
      ))}
      <DivergingLegend figure={figure} most={scale.most} />
    </div>
  );
}
