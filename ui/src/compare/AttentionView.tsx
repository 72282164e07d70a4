import type { ComparedRow, Comparison } from '../api/types';
import type { CompareRoute } from '../route/route';
import { Empty } from '../common/States';
import { DifferenceTable } from './DifferenceTable';
import { OfComponent } from './OfComponent';

interface AttentionViewProps {
  comparison: Comparison;
  route: CompareRoute;
  figure: string;
  onChange: (part: Partial<CompareRoute>) => void;
}

/** What the target position attends to, at aligned keys: of one head, or where heads differ most. */
export function AttentionView({ comparison, route, figure, onChange }: AttentionViewProps) {
  const ofOne = route.component !== undefined && route.component !== '';
  // of one head the keys stand as in the prompt, so that they read as its pattern
  const rows = ofOne
    ? [...comparison.rows].sort((a, b) => (a.answerToken ?? 0) - (b.answerToken ?? 0) || key(a) - key(b))
    : comparison.rows;
  return (
    <>
      <OfComponent route={route} none="all heads" onChange={onChange} />
      {comparison.rows.length === 0 ? (
        <Empty>
          Neither side stores attention of {route.component ?? 'any head'} at its target position.
        </Empty>
      ) : (
        <DifferenceTable
          comparison={comparison}
          rows={rows}
          inOrder={ofOne}
          caption={`Attention of ${route.component ?? 'all heads'} at the target position`}
          figure={figure}
          route={route}
          onChange={onChange}
        />
      )}
    </>
  );
}

function key(row: ComparedRow): number {
  return row.pair ?? -(row.before ?? 0);
}
