import type { ReactNode } from 'react';
import { useHeads, useThumbnails } from '../api/hooks';
import type { Trace, TraceHead, Why } from '../api/types';
import { CypherBox } from '../common/CypherBox';
import { Loading, NotKept } from '../common/States';
import { AmountLegend } from '../grid/AmountLegend';
import { headFigure, headOf, ranked } from '../heads/headFigures';
import type { TraceRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { HeadPattern } from './HeadPattern';
import { Thumbnails } from './Thumbnails';

interface AttentionPanelProps {
  route: TraceRoute;
  trace: Trace;
  onSelect: (node: string | undefined) => void;
  onWhy: (why: Why) => void;
  /** the switch between views */
  children: ReactNode;
}

/** The attention patterns of all heads side by side, and one of them large. */
export default function AttentionPanel({ route, trace, onSelect, onWhy, children }: AttentionPanelProps) {
  const heads = useHeads(trace.id);
  const thumbnails = useThumbnails(trace.id);
  const byLayer = route.order === 'layer';
  const order = (next: string) => {
    const { order: _, ...rest } = route;
    navigate(next === 'layer' ? { ...rest, order: next } : rest, 'replace');
  };
  const error = heads.error ?? thumbnails.error;
  const sorted = heads.data && inOrder(heads.data.heads);
  const selected = heads.data && headOf(heads.data.heads, route.node);
  const shown = selected ?? sorted?.[0];
  return (
    <>
      <div className="panel-head">
        {children}
        <label>
          heads{' '}
          <select value={byLayer ? 'layer' : 'effect'} onChange={(event) => order(event.target.value)}>
            <option value="effect">by effect</option>
            <option value="layer">by layer</option>
          </select>
        </label>
        <span className="hint">
          rows are queries, columns keys; the line below a pattern is what the head does for the metric
        </span>
      </div>
      {error && (
        <NotKept
          error={error}
          onRetry={() => {
            void heads.refetch();
            void thumbnails.refetch();
          }}
        />
      )}
      {!error && (heads.isPending || thumbnails.isPending) && <Loading what="the attention patterns" />}
      {heads.data && thumbnails.data && sorted && (
        <div className="attention-frame">
          <Thumbnails
            thumbnails={thumbnails.data}
            heads={byLayer ? heads.data.heads : sorted}
            byLayer={byLayer}
            selected={shown}
            onSelect={(head) => onSelect(head.strongest)}
          />
          {shown && (
            <HeadPattern
              trace={trace}
              data={heads.data}
              head={shown}
              node={route.node}
              onSelect={onSelect}
              onWhy={onWhy}
            />
          )}
        </div>
      )}
      {thumbnails.data && (
        <div className="panel-foot">
          <AmountLegend name="attention weight" signed={false} most="100%" />
          <CypherBox
            statement={thumbnails.data.cypher}
            parameters={{ trace: trace.id }}
            trace={trace.id}
            folded
          />
        </div>
      )}
    </>
  );
}

/** By effect, or where the trace has none, by direct logit attribution; those that have neither last. */
function inOrder(heads: TraceHead[]): TraceHead[] {
  const by = headFigure(heads.some((head) => head.effect !== undefined) ? 'effect' : 'dla');
  const known = ranked(heads, by);
  return [...known, ...heads.filter((head) => by.of(head) === undefined)];
}
