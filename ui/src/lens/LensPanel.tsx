import { useMemo, useState, type ReactNode } from 'react';
import { useLens } from '../api/hooks';
import type { Lens, LensSite, Trace } from '../api/types';
import { CypherBox } from '../common/CypherBox';
import { Loading, NotKept } from '../common/States';
import type { TraceRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { LensGrid } from './LensGrid';
import { LensLegend } from './LensLegend';
import { StateCard } from './StateCard';
import { LENS_FIGURES, lensFigure, type Cell, type LensFigure } from './states';

interface LensPanelProps {
  route: TraceRoute;
  trace: Trace;
  vocabulary: number;
  onSelect: (node: string | undefined) => void;
  /** the switch between views */
  children: ReactNode;
}

const SITES: readonly LensSite[] = ['post', 'mid'];

/** What the model would say after each layer, at every position. */
export default function LensPanel({ route, trace, vocabulary, onSelect, children }: LensPanelProps) {
  const site = route.site ?? 'post';
  const lens = useLens(trace.id, site);
  const by = lensFigure(route.figure);
  const chooseSite = (next: string) => {
    const { site: _, ...rest } = route;
    navigate(next === 'mid' ? { ...rest, site: next } : rest, 'replace');
  };
  const chooseFigure = (figure: string) => {
    const { figure: _, ...rest } = route;
    navigate(figure === LENS_FIGURES[0].key ? rest : { ...rest, figure }, 'replace');
  };
  return (
    <>
      <div className="panel-head">
        {children}
        <label title="resid_post: after each block; resid_mid: between its attention and its MLP">
          states{' '}
          <select value={site} onChange={(event) => chooseSite(event.target.value)}>
            {SITES.map((key) => (
              <option key={key} value={key}>
                resid_{key}
              </option>
            ))}
          </select>
        </label>
        <label>
          colour by{' '}
          <select value={by.key} onChange={(event) => chooseFigure(event.target.value)}>
            {LENS_FIGURES.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {lens.error && <NotKept error={lens.error} onRetry={() => void lens.refetch()} />}
      {lens.isPending && <Loading what="the logit lens" />}
      {lens.data && (
        <Shown
          lens={lens.data}
          by={by}
          trace={trace}
          vocabulary={vocabulary}
          selected={route.node}
          onSelect={onSelect}
        />
      )}
    </>
  );
}

interface ShownProps {
  lens: Lens;
  by: LensFigure;
  trace: Trace;
  vocabulary: number;
  selected: string | undefined;
  onSelect: (node: string | undefined) => void;
}

function Shown({ lens, by, trace, vocabulary, selected, onSelect }: ShownProps) {
  const [pointed, setPointed] = useState<Cell>();
  // what is clicked and is no node stays told of here
  const [chosen, setChosen] = useState<Cell>();
  const top = lens.states.at(-1);
  const usual = top && { state: top, position: lens.targetPosition };
  // so large a table is drawn anew only where it changes
  const grid = useMemo(
    () => (
      <LensGrid
        lens={lens}
        trace={trace}
        by={by}
        vocabulary={vocabulary}
        selected={selected}
        onSelect={(cell) => {
          const node = cell.state.nodes[String(cell.position)];
          setChosen(node === undefined ? cell : undefined);
          if (node !== undefined) onSelect(node);
        }}
        onPoint={setPointed}
      />
    ),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- onSelect is made anew with every state of the page, and is the same for one selection
    [lens, trace, by, vocabulary, selected],
  );
  const told = pointed ?? chosen ?? cellOf(lens, selected) ?? usual;
  return (
    <>
      {grid}
      {told && <StateCard lens={lens} trace={trace} cell={told} />}
      <div className="panel-foot">
        <LensLegend by={by} vocabulary={vocabulary} />
        <CypherBox
          statement={lens.cypher}
          parameters={{ trace: trace.id, sites: lens.sites }}
          trace={trace.id}
          folded
        />
      </div>
    </>
  );
}

function cellOf(lens: Lens, node: string | undefined): Cell | undefined {
  if (node === undefined) return undefined;
  for (const state of lens.states) {
    const found = Object.entries(state.nodes).find(([, id]) => id === node);
    if (found) return { state, position: Number(found[0]) };
  }
  return undefined;
}
