import { useMemo, useState, type ReactNode } from 'react';
import { useHeads } from '../api/hooks';
import type { Trace, TraceHead, TraceHeads } from '../api/types';
import { CypherBox } from '../common/CypherBox';
import { Link } from '../common/Link';
import { Empty, Loading, NotKept } from '../common/States';
import { AmountLegend } from '../grid/AmountLegend';
import { amounts } from '../grid/scale';
import type { TraceRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { useTheme } from '../theme/useTheme';
import { HeadCard } from './HeadCard';
import { HeadGrid } from './HeadGrid';
import { HEAD_FIGURES, headFigure, headOf, ranked, type HeadFigure } from './headFigures';
import { HeadRanking } from './HeadRanking';

interface HeadsPanelProps {
  route: TraceRoute;
  trace: Trace;
  onSelect: (node: string | undefined) => void;
  /** the switch between views */
  children: ReactNode;
}

const LISTED = 20;

/** Every head of the model, layers upward and heads across, by one figure. */
export default function HeadsPanel({ route, trace, onSelect, children }: HeadsPanelProps) {
  const heads = useHeads(trace.id);
  const by = headFigure(route.figure);
  const choose = (figure: string) => {
    const { figure: _, ...rest } = route;
    navigate(figure === HEAD_FIGURES[0].key ? rest : { ...rest, figure }, 'replace');
  };
  return (
    <>
      <div className="panel-head">
        {children}
        <label>
          colour by{' '}
          <select value={by.key} onChange={(event) => choose(event.target.value)}>
            {HEAD_FIGURES.map((each) => (
              <option key={each.key} value={each.key}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
        <span className="hint about-figure">{by.about}</span>
      </div>
      {heads.error && <NotKept error={heads.error} onRetry={() => void heads.refetch()} />}
      {heads.isPending && <Loading what="the heads" />}
      {heads.data && <Shown data={heads.data} by={by} route={route} trace={trace} onSelect={onSelect} />}
    </>
  );
}

interface ShownProps extends Omit<HeadsPanelProps, 'children'> {
  data: TraceHeads;
  by: HeadFigure;
}

function Shown({ data, by, route, trace, onSelect }: ShownProps) {
  const { palette } = useTheme();
  const [pointed, setPointed] = useState<TraceHead>();
  const { heads } = data;
  const selected = headOf(heads, route.node);
  const order = useMemo(() => ranked(heads, by), [heads, by]);
  const scale = useMemo(() => amounts(palette, heads.map(by.of), by.signed), [palette, heads, by]);
  const select = (head: TraceHead) => onSelect(head.strongest);
  const told = pointed ?? selected ?? order[0] ?? heads[0];
  return (
    <>
      <div className="heads-frame">
        <HeadGrid
          heads={heads}
          caption={`Layer by head: ${by.name}`}
          colour={(head) => scale.colour(by.of(head))}
          label={(head) => `${head.name}: ${by.name} ${by.text(by.of(head))}`}
          selected={selected}
          onSelect={select}
          onPoint={setPointed}
        />
        <div className="heads-side">
          {told && <HeadCard trace={trace} head={told} first={data.first} />}
          {selected?.strongest !== undefined && (
            <p className="actions">
              <Link className="button" to={{ ...route, as: 'attention', node: selected.strongest }}>
                Open attention of {selected.name}
              </Link>
            </p>
          )}
          {order.length > 0 ? (
            <div className="ranking-frame">
              <HeadRanking
                trace={trace}
                heads={order.slice(0, LISTED)}
                by={by}
                scale={scale}
                selected={selected}
                onSelect={select}
                onPoint={setPointed}
              />
            </div>
          ) : (
            <Empty>{none(by)}</Empty>
          )}
        </div>
      </div>
      <div className="panel-foot">
        {order.length > 0 && (
          <AmountLegend name={by.name} signed={by.signed} most={by.text(scale.most).replace('+', '')} />
        )}
        <CypherBox statement={data.cypher} parameters={{ trace: trace.id }} trace={trace.id} folded />
      </div>
    </>
  );
}

/** Why no head has the figure, and what there is instead. */
function none(by: HeadFigure): string {
  switch (by.key) {
    case 'measured':
      return 'Not measured: no head was taken out of this pass. The effect is an estimate of what that would do, to first order; Sweeps measures it, as ./headstream sweep heads does.';
    case 'circuit':
      return 'No circuit was found for this model: ./headstream circuit finds one from a file of prompts.';
    case 'effect':
      return 'This trace has no effects: trace its prompt again with effects, or colour by direct logit attribution.';
    case 'duplicateToken':
    case 'induction':
      return 'No token of this prompt repeats, so no head can show it.';
    default:
      return 'No head of this trace has it.';
  }
}
