import { useState } from 'react';
import { useAttention } from '../api/hooks';
import type { Trace, TraceHead, TraceHeads, Why } from '../api/types';
import { percent } from '../common/format';
import { Loading, NotKept } from '../common/States';
import { HEAD_FIGURES, headOf, positionOf } from '../heads/headFigures';
import { Token } from '../tokens/Token';
import { column, row, type WholeHead } from './pattern';
import { PatternGrid, type Point } from './PatternGrid';
import { TokenStrip } from './TokenStrip';

interface HeadPatternProps {
  trace: Trace;
  data: TraceHeads;
  head: TraceHead;
  /** the selected node */
  node: string | undefined;
  onSelect: (node: string | undefined) => void;
  onWhy: (why: Why) => void;
}

/** One head large: how it behaves, what each token attends to, and the whole pattern. */
export function HeadPattern({ trace, data, head, node, onSelect, onWhy }: HeadPatternProps) {
  const attention = useAttention(trace.id, head);
  if (attention.error) return <NotKept error={attention.error} onRetry={() => void attention.refetch()} />;
  const whole = attention.data?.heads[0];
  if (!whole) return <Loading what={`the pattern of ${head.name}`} />;
  const selected = headOf(data.heads, node) === head ? positionOf(head, node) : undefined;
  const strongest = positionOf(head, head.strongest);
  return (
    <Loaded
      key={`${head.name} ${selected}`}
      trace={trace}
      head={head}
      whole={whole}
      start={selected ?? strongest ?? data.targetPosition}
      onSelect={onSelect}
      onWhy={onWhy}
    />
  );
}

function strongestKey(weights: readonly number[]): number | undefined {
  const most = Math.max(...weights);
  return most > 0 ? weights.indexOf(most) : undefined;
}

interface LoadedProps {
  trace: Trace;
  head: TraceHead;
  whole: WholeHead;
  /** the query that is shown until another is chosen */
  start: number;
  onSelect: (node: string | undefined) => void;
  onWhy: (why: Why) => void;
}

function Loaded({ trace, head, whole, start, onSelect, onWhy }: LoadedProps) {
  const [point, setPoint] = useState<Point>();
  const [pinned, setPinned] = useState(start);
  const [pinnedKey, setPinnedKey] = useState<number>();
  const positions = trace.tokens.length;
  const onlyKey = point?.query === undefined ? point?.key : undefined;
  const query = point?.query ?? pinned;
  const weights = onlyKey === undefined ? row(whole, query, positions) : column(whole, onlyKey, positions);
  const rest = whole.rest[query] ?? 0;
  const output = head.nodes[String(pinned)];
  const asked = pinnedKey ?? (onlyKey === undefined ? strongestKey(weights) : undefined);
  const pin = (at: number, key?: number) => {
    setPinned(at);
    setPinnedKey(key);
  };
  return (
    <section className="head-pattern" aria-label={`Attention of ${head.name}`}>
      <TokenStrip
        trace={trace}
        head={whole}
        query={pinned}
        weights={weights}
        onPoint={(at) => setPoint(at === undefined ? undefined : { query: at })}
        onPin={pin}
      />
      <p className="pattern-told hint">
        <strong>{head.name}</strong>:{' '}
        {onlyKey === undefined ? (
          <>
            what <Token text={trace.tokens[query]?.text} length={18} /> at {query} attends to
            {point?.key !== undefined && point.key <= query && (
              <>
                : <Token text={trace.tokens[point.key]?.text} length={18} /> at {point.key}{' '}
                <strong className="number">{percent(weights[point.key])}</strong>
              </>
            )}
            {rest > 0.01 && (
              <span className="number">
                {' '}
                ({percent(rest)} of it goes to keys below 1%, which are not listed)
              </span>
            )}
          </>
        ) : (
          <>
            who attends to <Token text={trace.tokens[onlyKey]?.text} length={18} /> at {onlyKey}, by query
          </>
        )}
        {point === undefined && asked !== undefined && (
          <>
            {' · '}
            <button
              type="button"
              className="link"
              onClick={() => onWhy({ head: head.name, query: pinned, key: asked })}
            >
              why it looks at <Token text={trace.tokens[asked]?.text} length={18} /> at {asked}
            </button>
          </>
        )}
        {point === undefined && output !== undefined && (
          <>
            {asked === undefined ? ' ' : ' · '}
            <button type="button" className="link" onClick={() => onSelect(output)}>
              inspect its output there
            </button>
          </>
        )}
      </p>
      <div className="pattern-and-behaviour">
        <PatternGrid
          trace={trace}
          head={whole}
          at={
            onlyKey === undefined
              ? { query, ...(point?.key !== undefined && { key: point.key }) }
              : { key: onlyKey }
          }
          pinned={pinned}
          onPoint={setPoint}
          onPin={pin}
        />
        <dl className="head-behaviour">
          {HEAD_FIGURES.filter(({ key }) => key !== 'measured' && key !== 'circuit').map((each) => (
            <div key={each.key} title={each.about}>
              <dt>{each.name}</dt>
              <dd className="number">{each.text(each.of(head))}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
