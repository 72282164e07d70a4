import { memo, type MouseEvent } from 'react';
import type { Story } from '../api/types';
import { visibleToken } from '../tokens/tokenText';
import type { Palette } from '../theme/palette';
import type { TokenLabel } from './layout/axis';
import { GUTTER } from './layout/gutter';
import { FRAME, type StoryLayout } from './layout/layout';
import { rowName, type Row } from '../axes/rows';
import { TrunkMark } from './TrunkMark';

export interface FrameProps {
  story: Story;
  layout: StoryLayout;
  palette: Palette;
}

const SMALLEST = 9;
/** How far a token aslant may reach to the right where numbers stand. */
const ASLANT_REACH = 40;

/** Bands, and the stream of each position. */
export const Ground = memo(function Ground({
  story,
  layout,
  palette,
  rank,
}: FrameProps & { rank: (rank: number | undefined) => string }) {
  const drawn = layout.rows.filter((row) => row.lines > 0);
  return (
    <g>
      {layout.rows.map((row) => (
        <rect
          key={row.from}
          x={-FRAME.left}
          y={row.y}
          width={layout.width}
          height={row.height}
          fill={palette.raised}
          opacity={row.lines === 0 ? 1 : drawn.indexOf(row) % 2 === 0 ? 0.45 : 0}
        />
      ))}
      {layout.trunks.map((trunk) => (
        <TrunkMark
          key={trunk.position}
          trunk={trunk}
          story={story}
          rows={layout.rows}
          palette={palette}
          rank={rank}
        />
      ))}
    </g>
  );
});

/** Layers at the left: a fold opens where it is clicked. */
export function LayerNames({ layout, palette, onOpen }: FrameProps & { onOpen: (row: Row) => void }) {
  return (
    <g>
      <rect x={0} y={0} width={FRAME.left} height={layout.inner.height} fill={palette.panel} />
      {layout.rows.map((row) =>
        row.lines > 0 ? (
          <text key={row.from} x={8} y={row.y + row.height / 2 + 4} fontSize={12} fill={palette.dim}>
            {rowName(row)}
          </text>
        ) : (
          <g key={row.from} data-fold={row.from} className="fold" onClick={() => onOpen(row)}>
            <title>{foldText(row, layout.folded.get(row.from))}</title>
            <rect y={row.y} width={FRAME.left} height={row.height} fill={palette.raised} />
            <text x={8} y={row.y + 10} fontSize={SMALLEST} fill={palette.dim}>
              {rowName(row)}
            </text>
            {layout.folded.has(row.from) && (
              <text x={FRAME.left + 4} y={row.y + 10} fontSize={SMALLEST} fill={palette.dim}>
                +{layout.folded.get(row.from)}
              </text>
            )}
          </g>
        ),
      )}
    </g>
  );
}

/** Whether a token aslant reaches below the next, where its number would stand. */
function runsBelow(before: TokenLabel | undefined, label: TokenLabel): boolean {
  return before?.aslant === true && label.column.trunk - before.column.trunk < ASLANT_REACH;
}

function foldText(row: Row, folded: number | undefined): string {
  if (folded === undefined) return `Open ${rowName(row)}: nothing of these layers is shown`;
  return `Open ${rowName(row)}: ${folded} ${folded === 1 ? 'component' : 'components'} behind others, for which there is no room at first`;
}

/** Tokens below: those in use written out, others aslant, and gaps. */
export function Tokens({
  story,
  layout,
  palette,
  onOpen,
  onTrace,
}: FrameProps & {
  onOpen: (from: number, to: number) => void;
  onTrace: (position: number, event: MouseEvent) => void;
}) {
  return (
    <g>
      <rect x={-4} y={0} width={layout.inner.width + 8} height={FRAME.bottom} fill={palette.panel} />
      {layout.labels.map((label, i) => {
        const { from, to, kind } = label.column;
        if (kind === 'gap')
          return (
            <g key={from} className="fold" onClick={() => onOpen(from, to)}>
              <title>{`Open ${to - from + 1} tokens: ${tokens(story, from, to)}`}</title>
              <Label label={label} fill={palette.dim} />
            </g>
          );
        if (kind === 'idle')
          return (
            <g key={from}>
              <title>{`${from} ${visibleToken(story.positions[from]?.text)}`}</title>
              <Label label={label} fill={palette.dim} />
            </g>
          );
        const target = from === story.targetPosition;
        return (
          <g key={from} className="fold" onClick={(event) => onTrace(from, event)}>
            <title>{`${from} ${visibleToken(story.positions[from]?.text)}: paths ${target ? 'to the answer' : 'from it'}`}</title>
            <Label label={label} fill={palette.text} weight={target ? 700 : 600} />
            {!label.aslant && !runsBelow(layout.labels[i - 1], label) && (
              <text
                x={Math.min(Math.max(label.column.trunk, label.left + 3), label.right - 3)}
                y={30}
                fontSize={SMALLEST + 0.5}
                textAnchor="middle"
                fill={palette.dim}
              >
                {from}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

function Label({ label, fill, weight }: { label: TokenLabel; fill: string; weight?: number }) {
  const { aslant, column, left, font, text } = label;
  const words = (
    <text
      {...(aslant ? { y: 4 } : { x: left, y: 17 })}
      fontSize={font}
      fontWeight={weight}
      className="mono"
      fill={fill}
      xmlSpace="preserve"
    >
      {text}
    </text>
  );
  return aslant ? <g transform={`translate(${column.trunk.toFixed(1)} 5) rotate(45)`}>{words}</g> : words;
}

/** Where the axis of tokens meets those at the sides: what scrolls past ends there. */
export function Corners({ layout, palette, width }: Omit<FrameProps, 'story'> & { width: number }) {
  const low = Math.max(layout.height, FRAME.bottom);
  return (
    <g fill={palette.panel}>
      <rect width={FRAME.left} height={low} />
      <text data-more="" x={8} y={15} fontSize={SMALLEST + 0.5} fill={palette.dim} visibility="hidden">
        <title>The picture goes on below: it scrolls.</title>↓ L0
      </text>
      <rect x={width - GUTTER + 4} width={GUTTER} height={low} />
    </g>
  );
}

function tokens(story: Story, from: number, to: number): string {
  return story.positions
    .slice(from, to + 1)
    .map((position) => visibleToken(position.text))
    .join(' ');
}
