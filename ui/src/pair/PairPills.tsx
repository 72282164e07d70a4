import { memo } from 'react';
import { writtenFirst } from '../common/writtenFirst';
import { fill } from '../story/appearance';
import type { Pill } from '../story/layout/pills';
import { BETWEEN, detailFont, PADDING } from '../story/layout/pillText';
import { textWidth } from '../common/text';
import { PillShape } from '../story/Marks';
import { hue, type Palette } from '../theme/palette';
import { oneSide, type Sides } from './difference';
import { hasNone, type View } from './marks';

interface PairPillsProps {
  pills: readonly Pill[];
  sides: ReadonlyMap<string, Sides>;
  view: View;
  palette: Palette;
  most: number;
  labels: ReadonlyMap<string, string>;
  /** the one that Tab reaches */
  entry: string | undefined;
  selected: string | undefined;
}

const BAR = { usual: 3, low: 2 };

/** Marks with a bar below their words: to the right of the middle for what raises, to the left for what lowers, as long as the amount. */
export const PairPills = memo(function PairPills({ pills, sides, ...shared }: PairPillsProps) {
  return (
    <g className="pills">
      {pills.map((pill) => (
        <PairPill key={pill.id} pill={pill} known={sides.get(pill.id)} {...shared} />
      ))}
    </g>
  );
});

function PairPill({
  pill,
  known,
  view,
  palette,
  most,
  labels,
  entry,
  selected,
}: Omit<PairPillsProps, 'pills' | 'sides'> & { pill: Pill; known: Sides | undefined }) {
  const { amount, kind } = pill.part;
  const none = hasNone(known, view);
  const once = none || (known !== undefined && oneSide(known) !== undefined);
  const chosen = pill.id === selected;
  const base = pill.height / 2 + pill.font * 0.35 - (pill.height >= 18 ? 1.5 : 0.5);
  const bar = pill.height >= 18 ? BAR.usual : BAR.low;
  const half = pill.width / 2 - 6;
  const length = most > 0 ? (half * Math.min(most, Math.abs(amount))) / most : 0;
  const sign = view === 'difference' || none ? '' : amount < 0 ? '−' : '+';
  const line = chosen ? palette.focus : none ? palette.dim : hue(palette, amount);
  return (
    <g
      data-pill={pill.id}
      role="button"
      aria-label={writtenFirst([pill.name, pill.detail, sign], labels.get(pill.id) ?? '')}
      aria-pressed={chosen}
      tabIndex={pill.id === entry ? 0 : -1}
      className="pill"
      transform={`translate(${pill.x.toFixed(1)} ${pill.y.toFixed(1)})`}
    >
      <g strokeDasharray={once ? '4 3' : undefined}>
        <PillShape
          pill={pill}
          kind={kind}
          ground={none ? palette.panel : fill(palette, amount, most)}
          line={line}
          width={chosen ? 2.5 : 1.2}
        />
      </g>
      {!none && (
        <g>
          <path
            d={`M${(pill.width / 2).toFixed(1)} ${pill.height - bar - 1.5}v${bar + 1}`}
            stroke={palette.text}
          />
          <rect
            x={amount < 0 ? pill.width / 2 - length : pill.width / 2}
            y={pill.height - bar - 1}
            width={length}
            height={bar}
            fill={hue(palette, amount)}
          />
        </g>
      )}
      <text
        x={PADDING + pill.inset}
        y={base}
        fontSize={pill.font}
        fontWeight={700}
        fill={none ? palette.dim : palette.text}
      >
        {pill.name}
      </text>{' '}
      <text
        x={PADDING + pill.inset + BETWEEN + textWidth(pill.name, pill.font, 'bold')}
        y={base}
        fontSize={detailFont(pill.font)}
        className="mono"
        fill={palette.text}
        xmlSpace="preserve"
      >
        {pill.detail}
      </text>{' '}
      {sign !== '' && (
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
      )}
    </g>
  );
}
