import { useComparison } from '../api/hooks';
import type { Comparison, FigureName } from '../api/types';
import { CypherBox } from '../common/CypherBox';
import { ErrorBox, Loading } from '../common/States';
import { downloadText } from '../common/download';
import { PICTURE_ROWS } from '../pair/difference';
import { PairPicture } from '../pair/PairPicture';
import type { CompareRoute, CompareView } from '../route/route';
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

const VIEWS: [by: CompareView, title: string][] = [
  ['picture', 'Picture'],
  ['components', 'Components'],
  ['positions', 'Positions'],
  ['attention', 'Attention'],
  ['tokens', 'Predictions'],
];
const LIMIT = 5000;

export function Differences({ route, left, right, onChange }: DifferencesProps) {
  const { by } = route;
  const figures: readonly FigureName[] = by === 'picture' ? [] : FIGURES[by];
  const figure = figures.find((each) => each === route.figure) ?? figures[0];
  const comparison = useComparison({ left, right, ...asked(route, figure) });
  const data = comparison.data;
  const view = (next: CompareView) => {
    const { figure: _, ...rest } = route;
    onChange({ ...rest, by: next });
  };
  const prompts =
    data && (data.alignment ? <AlignedTokens comparison={data} /> : <SetSides comparison={data} />);
  return (
    <>
      {comparison.error && <ErrorBox error={comparison.error} onRetry={() => void comparison.refetch()} />}
      {by !== 'picture' && prompts}
      <section className="panel" aria-label="Differences" aria-busy={comparison.isFetching}>
        <div className="panel-head">
          <div className="controls" role="group" aria-label="What is compared">
            {VIEWS.map(([each, title]) => (
              <button key={each} type="button" aria-pressed={each === by} onClick={() => view(each)}>
                {title}
              </button>
            ))}
          </div>
          {figure && (
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
          )}
          {data && by !== 'picture' && (
            <button
              type="button"
              onClick={() => downloadText(`compare-${by}.csv`, comparisonCsv(data), 'text/csv')}
            >
              CSV
            </button>
          )}
        </div>
        {comparison.isPending && <Loading what="the comparison" />}
        {data && by === 'picture' && <PairPicture route={route} comparison={data} />}
        {data && figure && <View comparison={data} route={route} figure={figure} onChange={onChange} />}
        {data?.truncated && by !== 'picture' && (
          <p className="note">Only the first {LIMIT} rows: look at one component.</p>
        )}
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
      {by === 'picture' && prompts}
    </>
  );
}

/** What the view wants of the comparison, besides its sides. */
function asked({ by, component, neurons }: CompareRoute, figure: FigureName | undefined) {
  if (by === 'picture') return PICTURE_ROWS;
  return {
    by,
    ...(by === 'components' && { sort: figure, kind: neurons ? 'neuron' : 'head,attention,mlp' }),
    ...(by === 'positions' && { kind: component ? 'head' : 'residual' }),
    ...(by === 'attention' && { sort: figure }),
    ...(by !== 'components' && by !== 'tokens' && component && { component }),
    limit: LIMIT,
  };
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
    case 'picture':
      return null;
  }
}
