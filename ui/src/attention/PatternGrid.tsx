import { useEffect, useLayoutEffect, useRef, type MouseEvent } from 'react';
import type { Trace } from '../api/types';
import { useSize } from '../common/useSize';
import { useTheme } from '../theme/useTheme';
import { shorten, visibleToken } from '../tokens/tokenText';
import { keepInView } from './keepInView';
import { paintWhole } from './paint';
import type { WholeHead } from './pattern';

/** A query, a key, or both. */
export interface Point {
  query?: number;
  key?: number;
}

interface PatternGridProps {
  trace: Trace;
  head: WholeHead;
  at: Point;
  /** the query that is kept in view */
  pinned: number;
  onPoint: (point: Point | undefined) => void;
  onPin: (query: number, key?: number) => void;
}

const AXES = { left: 112, top: 92 };
const LEAST = 13;
const MOST = 34;
const SHOWN = 13;

/** A head's pattern over the tokens: rows are queries, columns keys. Axes stay while it scrolls. What it shows is told by the tokens above it. */
export function PatternGrid({ trace, head, at, pinned, onPoint, onPin }: PatternGridProps) {
  const { palette } = useTheme();
  const { element, size } = useSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const positions = trace.tokens.length;
  const room = Math.min(size.width - AXES.left, size.height - AXES.top) - 14;
  const cell = Math.min(MOST, Math.max(LEAST, Math.floor(room / positions)));
  const side = cell * positions;

  useEffect(() => {
    if (canvas.current) paintWhole(canvas.current, head, cell, palette);
  }, [head, cell, palette]);

  useLayoutEffect(() => {
    // the axis stays at the top, so that a row is seen where it is scrolled to without it
    if (element.current) keepInView(element.current, pinned * cell, (pinned + 1) * cell + AXES.top + 4);
  }, [element, pinned, cell, size.height]);

  const place = (event: MouseEvent<HTMLCanvasElement>): Required<Point> => {
    const box = event.currentTarget.getBoundingClientRect();
    const within = (pixels: number) => Math.min(positions - 1, Math.max(0, Math.floor(pixels / cell)));
    return { query: within(event.clientY - box.top), key: within(event.clientX - box.left) };
  };
  const label = (text: string) => shorten(visibleToken(text), SHOWN);
  return (
    <div className="pattern-scroll" ref={element} onPointerLeave={() => onPoint(undefined)}>
      <div
        className="pattern-frame"
        style={{ gridTemplate: `${AXES.top}px ${side}px / ${AXES.left}px ${side}px` }}
      >
        <div className="pattern-corner" aria-hidden="true">
          <span>key →</span>
          <span>query ↓</span>
        </div>
        <ol className="pattern-keys" aria-hidden="true">
          {trace.tokens.map((token) => (
            <li
              key={token.index}
              className={token.index === at.key ? 'at' : undefined}
              style={{ width: cell }}
              onPointerEnter={() => onPoint({ key: token.index })}
            >
              <code>{label(token.text)}</code>
            </li>
          ))}
        </ol>
        <ol className="pattern-queries" aria-hidden="true">
          {trace.tokens.map((token) => (
            <li
              key={token.index}
              className={token.index === at.query ? 'at' : undefined}
              style={{ height: cell }}
              onPointerEnter={() => onPoint({ query: token.index })}
            >
              <code>{label(token.text)}</code>
            </li>
          ))}
        </ol>
        <div className="pattern-cells">
          <canvas
            ref={canvas}
            width={side}
            height={side}
            role="img"
            aria-label={`The attention pattern of ${head.name}`}
            onPointerMove={(event) => onPoint(place(event))}
            onClick={(event) => {
              const { query, key } = place(event);
              onPin(query, key <= query ? key : undefined);
            }}
          />
          {at.query !== undefined && (
            <span className="pattern-row" style={{ top: at.query * cell, height: cell, width: side }} />
          )}
          {at.key !== undefined && (
            <span className="pattern-column" style={{ left: at.key * cell, width: cell, height: side }} />
          )}
        </div>
      </div>
    </div>
  );
}
