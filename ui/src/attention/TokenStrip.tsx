import { useLayoutEffect, useRef } from 'react';
import type { Trace } from '../api/types';
import { percent } from '../common/format';
import { writtenFirst } from '../common/writtenFirst';
import { amounts, inkOn } from '../grid/scale';
import { walk } from '../grid/walk';
import { useTheme } from '../theme/useTheme';
import { shorten, visibleToken } from '../tokens/tokenText';
import { keepInView } from './keepInView';
import { largest, row, type WholeHead } from './pattern';

interface TokenStripProps {
  trace: Trace;
  head: WholeHead;
  /** the query whose row is shown */
  query: number;
  /** by position: what the query attends to, or who attends to the key that is pointed at */
  weights: number[];
  onPoint: (query: number | undefined) => void;
  onPin: (query: number) => void;
}

const SHOWN = 14;
const LEAST = 0.005;

/** The prompt, each token shaded by its weight; a token says what it attends to when it is pointed at, and goes on saying it when clicked. */
export function TokenStrip({ trace, head, query, weights, onPoint, onPin }: TokenStripProps) {
  const { palette } = useTheme();
  const list = useRef<HTMLOListElement>(null);
  const scale = amounts(palette, [1], false);
  const positions = trace.tokens.length;
  // of a long prompt the query's own line is in view
  useLayoutEffect(() => {
    const box = list.current;
    const at = box?.children[query];
    if (!box || !(at instanceof HTMLElement)) return;
    const top = at.offsetTop - box.offsetTop;
    keepInView(box, top, top + at.offsetHeight);
  }, [query]);
  return (
    <ol
      ref={list}
      className="token-strip"
      aria-label="Queries: what each attends to"
      onPointerLeave={() => onPoint(undefined)}
    >
      {trace.tokens.map((token, i) => {
        const weight = weights[i] ?? 0;
        const colour = scale.colour(weight);
        const text = shorten(visibleToken(token.text), SHOWN);
        const figure = weight >= LEAST ? weight.toFixed(2) : '';
        return (
          <li key={token.index}>
            <button
              type="button"
              data-place={`0 ${i}`}
              tabIndex={i === query ? 0 : -1}
              aria-pressed={i === query}
              aria-label={writtenFirst([text, figure], readText(trace, head, i, positions))}
              style={{ background: colour, color: inkOn(palette, colour) }}
              onClick={() => onPin(i)}
              onPointerEnter={() => onPoint(i)}
              onFocus={() => onPoint(i)}
              onBlur={() => onPoint(undefined)}
              onKeyDown={(event) => walk(event, list.current, 0, i)}
            >
              <code>{text}</code> <small className="number">{figure === '' ? ' ' : figure}</small>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** A query's largest weights in words. */
export function readText(trace: Trace, head: WholeHead, query: number, positions: number): string {
  const name = (position: number) => `${visibleToken(trace.tokens[position]?.text)} at ${position}`;
  const read = largest(row(head, query, positions), 3)
    .map(({ position, weight }) => `${name(position)} ${percent(weight)}`)
    .join(', ');
  return `${name(query)} attends to ${read}`;
}
