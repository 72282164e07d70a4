import { useImperativeHandle, useRef, type Ref } from 'react';
import { shorten, visibleToken } from '../tokens/tokenText';
import { bandName, layersOf } from './bands';
import type { Layout } from './layout';

/** How the drawing stands on the screen. */
export interface Stand {
  k: number;
  x: number;
  y: number;
}

export interface StickyHandle {
  /** moves the names to where their layers and columns are; those that would lie on others are left out */
  place: (stand: Stand, size: { width: number; height: number }) => void;
}

interface StickyNamesProps {
  layout: Layout;
  target: number;
  onOpen: (layers: number[]) => void;
  ref: Ref<StickyHandle>;
}

const LEFT = 44;
const BELOW = 22;
const LINE = 12;
const LETTER = 6.6;
const MOST = 12;

/** The names of layers at the left and of tokens below, whatever the reader zooms to. Set past React, like the drawing's own place. */
export function StickyNames({ layout, target, onOpen, ref }: StickyNamesProps) {
  const group = useRef<SVGGElement>(null);
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
        let free = Infinity;
        for (const name of current.querySelectorAll<SVGTextElement>('[data-middle]')) {
          const y = Number(name.dataset.middle) * stand.k + stand.y;
          const shown = y > 6 && y < size.height - BELOW && y <= free;
          name.style.display = shown ? '' : 'none';
          if (!shown) continue;
          name.setAttribute('y', y.toFixed(1));
          free = y - LINE;
        }
        const taken: [number, number][] = [];
        const names = [...current.querySelectorAll<SVGTextElement>('[data-column]')];
        // the target's token first, then those above which most is drawn: they are not left out for others
        for (const name of names.sort((a, b) => Number(b.dataset.first) - Number(a.dataset.first))) {
          const x = Number(name.dataset.column) * stand.k + stand.x;
          const half = (name.textContent.length * LETTER) / 2 + 2;
          const shown =
            x > LEFT && x < size.width && taken.every(([from, to]) => x + half < from || x - half > to);
          name.style.display = shown ? '' : 'none';
          if (!shown) continue;
          taken.push([x - half, x + half]);
          name.setAttribute('x', x.toFixed(1));
          name.setAttribute('y', String(size.height - 7));
        }
      },
    }),
    [],
  );
  return (
    <g className="sticky" ref={group} aria-hidden="true">
      <rect width={LEFT} x={0} y={0} />
      <rect height={BELOW} x={0} />
      {layout.bands.map((band) => (
        <text
          key={band.layer}
          x={6}
          dy="0.35em"
          data-middle={(band.top + band.bottom) / 2}
          className={band.folded ? 'fold' : undefined}
          onClick={() => band.folded && onOpen(layersOf(band))}
        >
          {bandName(band)}
        </text>
      ))}
      {layout.columns.map(({ index, text, x }) => (
        <text
          key={index}
          textAnchor="middle"
          data-column={x}
          data-first={index === target ? Infinity : (drawn.get(index) ?? 0)}
          className={index === target ? 'target column-token' : 'column-token'}
        >
          {shorten(visibleToken(text), MOST)}
          <title>{`${visibleToken(text)} at ${index}`}</title>
        </text>
      ))}
    </g>
  );
}
