import { memo } from 'react';
import { writtenFirst } from '../common/writtenFirst';
import { CIRCUIT_MARK } from '../circuit/mark';
import { hue, type Palette } from '../theme/palette';
import { DASHES, edgeWidth, fill } from './appearance';
import type { Edge } from './layout/edges';
import { rounded } from './layout/paths';
import type { Pill } from './layout/pills';
import { BETWEEN, detailFont, PADDING, POINT } from './layout/pillText';
import { textWidth } from '../common/text';

interface EdgeMarksProps {
  edges: readonly Edge[];
  palette: Palette;
  most: number;
  className: string;
}

export const EdgeMarks = memo(function EdgeMarks({ edges, palette, most, className }: EdgeMarksProps) {
  return (
    <g fill="none" className={className} strokeLinecap="butt" strokeLinejoin="round">
      {edges.map((edge) => (
        <path
          key={edge.id}
          d={rounded(edge.corners)}
          stroke={hue(palette, edge.amount)}
          strokeWidth={edgeWidth(edge.kind, edge.amount, most)}
          strokeOpacity={edge.kind === 'out' ? 0.55 : 0.75}
          strokeDasharray={DASHES[edge.kind]}
        />
      ))}
    </g>
  );
});

interface PillMarksProps {
  pills: readonly Pill[];
  palette: Palette;
  most: number;
  labels: ReadonlyMap<string, string>;
  /** the one that Tab reaches */
  entry: string | undefined;
  selected: string | undefined;
  pinned: readonly string[];
}

export const PillMarks = memo(function PillMarks({
  pills,
  palette,
  most,
  labels,
  entry,
  selected,
  pinned,
}: PillMarksProps) {
  return (
    <g className="pills">
      {pills.map((pill) => (
        <PillMark
          key={pill.id}
          pill={pill}
          palette={palette}
          most={most}
          label={labels.get(pill.id) ?? pill.name}
          entry={pill.id === entry}
          selected={pill.id === selected}
          pinned={pinned.includes(pill.id)}
        />
      ))}
    </g>
  );
});

interface PillMarkProps {
  pill: Pill;
  palette: Palette;
  most: number;
  label: string;
  entry: boolean;
  selected: boolean;
  pinned: boolean;
}

function PillMark({ pill, palette, most, label, entry, selected, pinned }: PillMarkProps) {
  const { amount, kind, group } = pill.part;
  const base = pill.height / 2 + pill.font * 0.35;
  const left = PADDING + pill.inset;
  const sign = amount < 0 ? '−' : '+';
  return (
    <g
      data-pill={pill.id}
      role="button"
      aria-label={writtenFirst([pill.name, pill.detail, sign], label)}
      aria-pressed={selected}
      tabIndex={entry ? 0 : -1}
      className="pill"
      transform={`translate(${pill.x.toFixed(1)} ${pill.y.toFixed(1)})`}
    >
      <PillShape
        pill={pill}
        kind={group ? 'group' : kind}
        ground={fill(palette, amount, most)}
        line={selected ? palette.text : hue(palette, amount)}
        width={selected ? 2.5 : 1.2}
      />
      <text x={left} y={base} fontSize={pill.font} fontWeight={700} fill={palette.text}>
        {pill.name}
      </text>{' '}
      <text
        x={left + BETWEEN + textWidth(pill.name, pill.font, 'bold')}
        y={base}
        fontSize={detailFont(pill.font)}
        className="mono"
        fill={palette.text}
        xmlSpace="preserve"
      >
        {pill.detail}
      </text>{' '}
      <text
        x={pill.width - 3}
        y={base}
        fontSize={pill.font}
        fontWeight={700}
        textAnchor="end"
        fill={palette.text}
      >
        {sign}
      </text>
      {pill.part.circuit !== undefined && (
        <path
          data-circuit=""
          d={CIRCUIT_MARK}
          transform={`translate(${(pill.width - 1).toFixed(1)} 1)`}
          fill={palette.text}
          stroke={palette.panel}
        />
      )}
      {pinned && <circle cx={1} cy={1} r={4} fill={palette.focus} stroke={palette.panel} />}
    </g>
  );
}

/** Heads are rounded rectangles, MLPs have pointed ends, groups two outlines. */
export function PillShape({
  pill: { width, height },
  kind,
  ground,
  line,
  width: stroke,
}: {
  pill: Pill;
  kind: string;
  ground: string;
  line: string;
  width: number;
}) {
  const shared = { fill: ground, stroke: line, strokeWidth: stroke };
  if (kind === 'group')
    return (
      <g>
        <rect width={width} height={height} rx={2} {...shared} strokeWidth={2.4} />
        <rect x={2} y={2} width={width - 4} height={height - 4} fill="none" stroke={line} strokeWidth={0.6} />
      </g>
    );
  if (kind === 'head') return <rect width={width} height={height} rx={4} {...shared} />;
  const half = height / 2;
  return (
    <path
      d={`M0 ${half}L${POINT} 0H${width - POINT}L${width} ${half}L${width - POINT} ${height}H${POINT}Z`}
      {...shared}
    />
  );
}
