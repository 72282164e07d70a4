import { useState } from 'react';
import type { ComparedRow, Comparison } from '../api/types';
import { Link } from '../common/Link';
import { Empty } from '../common/States';
import { traceRoute, type CompareRoute } from '../route/route';
import { HeatGrid } from './HeatGrid';
import { rowLabel } from './figures';
import { positionGrid } from './grid';
import { OfComponent } from './OfComponent';

interface PositionsViewProps {
  comparison: Comparison;
  route: CompareRoute;
  figure: string;
  onChange: (part: Partial<CompareRoute>) => void;
}

/** The residual stream, or one head, at every aligned position. */
export function PositionsView({ comparison, route, figure, onChange }: PositionsViewProps) {
  const [chosen, setChosen] = useState<ComparedRow>();
  const key = (row: ComparedRow | undefined) => row && `${row.name} ${row.site} ${row.pair ?? row.before}`;
  return (
    <>
      <OfComponent route={route} none="the residual stream" onChange={onChange} />
      {comparison.rows.length === 0 ? (
        <Empty>Neither side stores it.</Empty>
      ) : (
        <HeatGrid
          grids={[{ caption: 'Layer by position', grid: positionGrid(comparison) }]}
          figure={figure}
          selected={(row) => key(row) === key(chosen)}
          onSelect={setChosen}
        />
      )}
      {chosen && (
        <p className="chosen" role="status">
          {rowLabel(chosen, figure)}.{' '}
          {chosen.left && comparison.left.trace && (
            <Link to={traceRoute(comparison.left.trace.id, { node: chosen.left })}>Open on the left</Link>
          )}{' '}
          {chosen.right && comparison.right.trace && (
            <Link to={traceRoute(comparison.right.trace.id, { node: chosen.right })}>Open on the right</Link>
          )}
        </p>
      )}
    </>
  );
}
