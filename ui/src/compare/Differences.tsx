import { useComparison } from '../api/hooks';
import type { CompareBy, Comparison } from '../api/types';
import { CypherBox } from '../common/CypherBox';
import { ErrorBox, Loading } from '../common/States';
import { downloadText } from '../common/download';
import type { CompareRoute } from '../route/route';
import { AlignedTokens } from './AlignedTokens';
import { AttentionView } from './AttentionView';
import { ComponentsView } from './ComponentsView';
import { DifferenceTable } from './DifferenceTable';
import { PositionsView } from './PositionsView';
import { SetSides } from './SetSides';
import { comparisonCsv } from './csv';
import { FIGURES, figureName } from './figures';

interface DifferencesProps {
  route: CompareRoute;
  left: string;
  right: string;
  onChange: (part: Partial<CompareRoute>) => void;
}

const VIEWS: [by: CompareBy, title: string][] = [
  ['components', 'Components'],
  ['positions', 'Positions'],
  ['attention', 'Attention'],
  ['tokens', 'Predictions'],
];
const LIMIT = 5000;

export function Differences({ route, left, right, onChange }: DifferencesProps) {
  const { by, component } = route;
  const figures = FIGURES[by];
  const figure = figures.find((each) => each === route.figure) ?? figures[0];
  const question = {
    left,
    right,
    by,
    ...(by === 'components' && { sort: figure, kind: route.neurons ? 'neuron' : 'head,attention,mlp' }),
    ...(by === 'positions' && { kind: component ? 'head' : 'residual' }),
    ...(by === 'attention' && { sort: figure }),
    ...(by !== 'components' && by !== 'tokens' && component && { component }),
    limit: LIMIT,
  };
  const comparison = useComparison(question);
  const data = comparison.data;
  const view = (next: CompareBy) => {
    const { figure: _, ...rest } = route;
    onChange({ ...rest, by: next });
  };
  return (
    <>
      {comparison.error && <ErrorBox error={comparison.error} onRetry={() => void comparison.refetch()} />}
      {data && (data.alignment ? <AlignedTokens comparison={data} /> : <SetSides comparison={data} />)}
      <section className="panel" aria-label="Differences" aria-busy={comparison.isFetching}>
        <div className="panel-head">
          <div className="controls" role="group" aria-label="What is compared">
            {VIEWS.map(([each, title]) => (
              <button key={each} type="button" aria-pressed={each === by} onClick={() => view(each)}>
                {title}
              </button>
            ))}
          </div>
          <label>
            Figure{' '}
            <select value={figure} onChange={(event) => onChange({ figure: event.target.value })}>
              {figures.map((each) => (
                <option key={each} value={each}>
                  {figureName(each)}
                </option>
              ))}
            </select>
          </label>
          {data && (
            <button
              type="button"
              onClick={() => downloadText(`compare-${by}.csv`, comparisonCsv(data), 'text/csv')}
            >
              CSV
            </button>
          )}
        </div>
        {comparison.isPending && <Loading what="the comparison" />}
        {data && <View comparison={data} route={route} figure={figure} onChange={onChange} />}
        {data?.truncated && <p className="note">Only the first {LIMIT} rows: look at one component.</p>}
        {data && (
          <details>
            <summary>Cypher</summary>
            <CypherBox
              statement={data.cypher}
              parameters={data.parameters}
              trace={data.right.trace?.id ?? data.left.trace?.id ?? ''}
            />
          </details>
        )}
      </section>
    </>
  );
}

interface ViewProps {
  comparison: Comparison;
  route: CompareRoute;
  figure: string;
  onChange: (part: Partial<CompareRoute>) => void;
}

function View(props: ViewProps) {
  switch (props.route.by) {
    case 'components':
      return <ComponentsView {...props} />;
    case 'positions':
      return <PositionsView {...props} />;
    case 'attention':
      return <AttentionView {...props} />;
    case 'tokens':
      return <DifferenceTable {...props} rows={props.comparison.rows} caption="Predicted tokens" />;
  }
}
