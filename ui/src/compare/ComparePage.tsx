import { traceRoute, type CompareRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { Empty } from '../common/States';
import { Link } from '../common/Link';
import { useTitle } from '../common/useTitle';
import { useBaseline } from './baseline';
import { Differences } from './Differences';
import { SidePicker } from './SidePicker';

/** Two traces, or two sets of traces by tag, side by side; everything that is chosen is in the address. */
export function ComparePage({ route }: { route: CompareRoute }) {
  const { left, right } = route;
  useTitle('Compare');
  useBaseline(left, right);
  const change = (part: Partial<CompareRoute>) => navigate({ ...route, ...part });
  const swap = () => {
    const { left: _left, right: _right, ...rest } = route;
    navigate({ ...rest, ...(right && { left: right }), ...(left && { right: left }) });
  };
  return (
    <div className="compare-page">
      <section className="panel" aria-labelledby="compare-title">
        <div className="panel-head">
          <h1 id="compare-title">Compare</h1>
          <SidePicker label="Left" value={left} onChange={(side) => change({ left: side })} />
          <button type="button" onClick={swap} aria-label="Swap left and right" title="Swap left and right">
            ⇄
          </button>
          <SidePicker label="Right" value={right} onChange={(side) => change({ right: side })} />
          <span className="hint">differences are right minus left</span>
        </div>
        {(!left || !right) && (
          <Empty>
            Choose two traces, or a tag for all traces that carry it. In the{' '}
            <Link to={{ page: 'traces' }}>list of traces</Link> two can be ticked
            {left && !left.startsWith('tag:') && (
              <>
                ; left is <Link to={traceRoute(left)}>this trace</Link>
              </>
            )}
            .
          </Empty>
        )}
      </section>
      {left && right && <Differences route={route} left={left} right={right} onChange={change} />}
    </div>
  );
}
