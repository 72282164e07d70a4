import { useMemo, useState } from 'react';
import { useHeads, useSum } from '../api/hooks';
import type { Sum, Trace } from '../api/types';
import { CypherBox } from '../common/CypherBox';
import { ImageButtons } from '../common/ImageButtons';
import { Toolbar } from '../common/Toolbar';
import { ErrorBox, Loading } from '../common/States';
import type { TraceRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { useTheme } from '../theme/useTheme';
import { traceTitle } from './title';
import { ViewSwitch } from './ViewSwitch';
import { amount, sumTitle } from '../waterfall/names';
import { byHead, bySize, MOST_OF_HEADS } from '../waterfall/byHead';
import { HEADS, PartsSwitch } from '../waterfall/PartsSwitch';
import { meanings } from '../waterfall/colours';
import { isWhole, steps, type Step } from '../waterfall/steps';
import { SumTable } from '../waterfall/SumTable';
import { useWidth } from '../waterfall/useWidth';
import { Waterfall, waterfallHeight } from '../waterfall/Waterfall';
import { waterfallImage } from '../waterfall/waterfallImage';

interface WaterfallPanelProps {
  route: TraceRoute;
  trace: Trace;
  onSelect: (node: string | undefined) => void;
}

/** How the metric, or any whole, comes to be what it is, part by part. */
export function WaterfallPanel({ route, trace, onSelect }: WaterfallPanelProps) {
  const { whole, node } = route;
  const sum = useSum(trace.id, whole);
  const show = (next: string | undefined) => {
    const { whole: _, ...rest } = route;
    navigate(next === undefined ? rest : { ...rest, whole: next });
  };
  return (
    <section className="panel flow" aria-label="Waterfall" aria-busy={sum.isFetching}>
      <div className="panel-head">
        <ViewSwitch route={route} />
        {whole === undefined && <PartsSwitch route={route} />}
        {whole !== undefined && (
          <button type="button" onClick={() => show(undefined)}>
            Parts of the prediction
          </button>
        )}
        {node !== undefined && node !== whole && isWhole(node) && (
          <button type="button" onClick={() => show(node)}>
            Parts of {node}
          </button>
        )}
      </div>
      {sum.error && <ErrorBox error={sum.error} onRetry={() => void sum.refetch()} />}
      {sum.isPending && <Loading what="the sum" />}
      {sum.data && <Shown sum={sum.data} route={route} trace={trace} onSelect={onSelect} />}
    </section>
  );
}

function Shown({ sum, route, trace, onSelect }: WaterfallPanelProps & { sum: Sum }) {
  const { palette } = useTheme();
  const { parts, all } = useParts(sum, route, trace);
  const [table, setTable] = useState(false);
  const { element, width } = useWidth<HTMLDivElement>();
  const title = sumTitle(sum.of, trace, route.whole);
  const image = () =>
    element.current
      ? waterfallImage(element.current, {
          of: sum.of,
          size: { width, height: waterfallHeight(parts) },
          palette,
          title: [...traceTitle(trace), `what makes ${title}`],
        })
      : undefined;
  const shared = { sum, parts, trace, selected: route.node, onSelect };

  return (
    <>
      <div className="panel-head">
        <h2>What makes {title}</h2>
        <span className="hint number">{told(sum, all)}</span>
        <Toolbar label="View">
          <button type="button" aria-pressed={table} onClick={() => setTable(!table)}>
            As a table
          </button>
          {!table && <ImageButtons name={`${trace.id}-waterfall`} draw={image} />}
        </Toolbar>
      </div>
      {!table && (
        <p className="legend">
          {meanings(sum.of, palette).map(({ colour, words }) => (
            <span key={words} className="sample">
              <span className="swatch" style={{ background: colour }} aria-hidden="true" /> {words}
            </span>
          ))}
        </p>
      )}
      <div className="waterfall-frame" ref={element}>
        {table ? <SumTable {...shared} title={title} /> : <Waterfall {...shared} width={width} />}
      </div>
      <CypherBox
        statement={sum.cypher}
        parameters={{ trace: trace.id, ...(route.whole && { node: route.whole }) }}
        trace={trace.id}
        folded
      />
    </>
  );
}

/** Whether the parts make the whole, in figures. */
function told(sum: Sum, all: number): string {
  const reached = sum.parts.at(-1)?.end ?? 0;
  const off = Math.abs(reached - sum.total);
  const exact = off <= 1e-3 * Math.max(1, Math.abs(sum.total));
  return `${all} parts add up to ${amount(sum.of, reached)}${exact ? '' : `, ${amount(sum.of, off)} off the total`}`;
}

/** The parts as the address asks for them: blocks or heads, by layer or by size. */
function useParts(
  sum: Sum,
  { figure, order, whole }: TraceRoute,
  trace: Trace,
): { parts: Step[]; all: number } {
  const asked = whole === undefined && figure === HEADS;
  const heads = useHeads(trace.id, asked).data?.heads;
  return useMemo(() => {
    const of = asked && heads ? byHead(sum, heads, trace.targetPosition ?? trace.tokens.length - 1) : sum;
    const sorted = whole === undefined && order === 'size' ? bySize(of) : of;
    const parts = asked ? steps(sorted, MOST_OF_HEADS, 'others') : steps(sorted);
    return { parts, all: sorted.parts.length };
  }, [sum, asked, heads, order, whole, trace]);
}
