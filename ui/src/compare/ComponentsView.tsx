import type { Comparison } from '../api/types';
import type { CompareRoute } from '../route/route';
import { Link } from '../common/Link';
import { Empty } from '../common/States';
import { DifferenceTable } from './DifferenceTable';
import { HeatGrid } from './HeatGrid';
import { byAnswerToken, componentGrid } from './grid';

interface ComponentsViewProps {
  comparison: Comparison;
  route: CompareRoute;
  figure: string;
  onChange: (part: Partial<CompareRoute>) => void;
}

/** Every head, attention output and MLP at the target positions: layer by head, then the largest differences. */
export function ComponentsView({ comparison, route, figure, onChange }: ComponentsViewProps) {
  const { rows } = comparison;
  const chosen = rows.find((row) => row.name === route.component);
  return (
    <>
      <p className="controls">
        <label>
          <input
            type="checkbox"
            checked={route.neurons ?? false}
            onChange={(event) => onChange({ neurons: event.target.checked })}
          />{' '}
          neurons instead of heads and MLPs
        </label>
        {chosen?.kind === 'head' && (
          <span>
            {chosen.name}: <Link to={{ ...route, by: 'attention', figure: 'weight' }}>its attention</Link>,{' '}
            <Link to={{ ...route, by: 'positions', figure: 'effect' }}>position by position</Link>
          </span>
        )}
      </p>
      {rows.length === 0 && <Empty>Neither side stores any of these: trace with more detail.</Empty>}
      {rows.length > 0 && (
        <div className="heat-and-table">
          {!route.neurons && (
            <HeatGrid
              grids={byAnswerToken(comparison).map(({ label, rows: ofToken }) => ({
                ...(label !== undefined && { title: label }),
                caption: label === undefined ? 'Layer by head' : `Layer by head, of ${label}`,
                grid: componentGrid(ofToken),
              }))}
              figure={figure}
              selected={(row) => row.name === route.component}
              onSelect={(row) => onChange({ component: row.name })}
            />
          )}
          <div className="table">
            <DifferenceTable
              comparison={comparison}
              rows={rows}
              caption="Components at the target position"
              figure={figure}
              route={route}
              onChange={onChange}
            />
          </div>
        </div>
      )}
    </>
  );
}
