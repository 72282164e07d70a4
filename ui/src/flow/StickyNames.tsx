import { useImperativeHandle, useRef, type Ref } from 'react';
import { membersOf } from '../axes/run';
import { rowName } from '../axes/rows';
import type { Flow } from '../api/types';
import { visibleToken } from '../tokens/tokenText';
import type { Layout } from './layout';
import type { Size, Stand } from './stand';

export interface StickyHandle {
  /** moves the names to where their layers and columns are; those that would lie on others are left out */
  place: (stand: Stand, size: Size) => void;
}

interface StickyNamesProps {
  layout: Layout;
  flow: Flow;
  onOpen: (layers: number[]) => void;
  onOpenPositions: (positions: number[]) => void;
  ref: Ref<StickyHandle>;
}

const LEFT = 46;
const BELOW = 24;
const LINE = 12;
const LETTER = 6.7;

/** The names of layers at the left and of tokens below, whatever the reader zooms to. Set past React, like the drawing's own place. */
export function StickyNames({ layout, flow, onOpen, onOpenPositions, ref }: StickyNamesProps) {
  const group = useRef<SVGGElement>(null);
  const target = flow.targetPosition;
  const drawn = new Map<number, number>();
  for (const { position } of layout.nodes) drawn.set(position, (drawn.get(position) ?? 0) + 1);
  useImperativeHandle(
    ref,
    () => ({
      place: (stand, size) => {
        const { current } = group;
        if (!current) return;
        const [left, below] = [...current.querySelectorAll('rect')];
        left?.setAttribute('height', String(size.height));
        below?.setAttribute('width', String(size.width));
        below?.setAttribute('y', String(size.height - BELOW));
        let next = -Infinity;
        for (const name of current.querySelectorAll<SVGTextElement>('[data-middle]')) {
          const y = Number(name.dataset.middle) * stand.k + stand.y;
          const shown = y > 6 && y < size.height - BELOW && y >= next;
          name.style.display = shown ? '' : 'none';
          if (!shown) continue;
          name.setAttribute('y', y.toFixed(1));
          next = y + LINE;
        }
        const taken: [number, number][] = [];
        const names = [...current.querySelectorAll<SVGTextElement>('[data-column]')];
        // the target's token first, then those above which most is drawn: they are not left out for others
        for (const name of names.sort((a, b) => Number(b.dataset.first) - Number(a.dataset.first))) {
          const x = Number(name.dataset.column) * stand.k + stand.x;
          const half = ((name.firstChild?.textContent?.length ?? 0) * LETTER) / 2 + 2;
          const shown =
            x > LEFT && x < size.width && taken.every(([from, to]) => x + half < from || x - half > to);
          name.style.display = shown ? '' : 'none';
          if (!shown) continue;
          taken.push([x - half, x + half]);
          name.setAttribute('x', x.toFixed(1));
          name.setAttribute('y', String(size.height - 8));
        }
      },
    }),
    [],
  );
  return (
    <g className="sticky" ref={group} aria-hidden="true">
      <rect width={LEFT} x={0} y={0} />
      <rect height={BELOW} x={0} />
      {layout.rows.map((row) => (
        <text
          key={row.from}
          x={6}
          dy="0.35em"
          data-middle={row.y + row.height / 2}
          className={row.lines === 0 ? 'fold' : undefined}
          onClick={() => row.lines === 0 && onOpen(membersOf(row))}
        >
          {rowName(row)}
        </text>
      ))}
      {layout.columns.map((column) => {
        const { from, to, kind, text, trunk } = column;
        return (
          <text
            key={from}
            textAnchor="middle"
            data-column={trunk}
            data-first={from === target ? Infinity : (drawn.get(from) ?? 0)}
            className={
              kind === 'gap' ? 'fold' : from === target ? 'target column-token' : `column-token ${kind}`
            }
            onClick={() => kind === 'gap' && onOpenPositions(membersOf(column))}
          >
            {text}
            <title>
              {kind === 'gap'
                ? `${flow.positions
                    .slice(from, to + 1)
                    .map((each) => visibleToken(each.text))
                    .join(
                      '',
                    )}: nothing of these ${to - from + 1} tokens is read at this threshold. Click to open.`
                : `${visibleToken(flow.positions[from]?.text)} at ${from}`}
            </title>
          </text>
        );
      })}
    </g>
  );
}
