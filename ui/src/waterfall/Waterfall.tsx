import { useState, type KeyboardEvent } from 'react';
import type { Sum, Trace } from '../api/types';
import { useTheme } from '../theme/useTheme';
import { Axis } from './Axis';
import { barColour } from './colours';
import { amount, stepName } from './names';
import { labelWidth, scaleOf, ticksIn, VALUE } from './scale';
import type { Step } from './steps';

const ROW = 22;
const BAR = 14;

interface WaterfallProps {
  sum: Sum;
  parts: readonly Step[];
  trace: Trace;
  width: number;
  selected: string | undefined;
  onSelect: (node: string) => void;
}

export function waterfallHeight(parts: readonly Step[]): number {
  return (parts.length + 1) * ROW + 8;
}

/** Each part's bar begins where the last one ended; the total, from zero, ends where the last one does. */
export function Waterfall({ sum, parts, trace, width, selected, onSelect }: WaterfallProps) {
  const { palette } = useTheme();
  const [focus, setFocus] = useState(0);
  const label = labelWidth(width);
  const x = scaleOf(parts, sum.total, width);
  const height = waterfallHeight(parts);
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -parts.length, End: parts.length }[event.key];
    const part = parts[focus];
    if (step !== undefined) {
      const next = Math.min(parts.length, Math.max(0, focus + step));
      setFocus(next);
      event.currentTarget.querySelector<SVGGElement>(`[data-step="${next}"]`)?.focus();
    } else if ((event.key === 'Enter' || event.key === ' ') && part?.node) onSelect(part.node.id);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <Axis of={sum.of} x={x} width={width} />
      <svg
        className="waterfall"
        width={width}
        height={height}
        role="group"
        aria-label="Waterfall. Arrow keys go from part to part, Enter selects it."
        onKeyDown={onKeyDown}
      >
        <g className="drawing">
          {x.ticks(ticksIn(width)).map((tick) => (
            <path key={tick} d={`M${x(tick)} 0V${height - 4}`} className={tick === 0 ? 'zero' : 'tick'} />
          ))}
          {parts.map((part, i) => (
            <Bar
              key={part.id}
              at={i}
              name={stepName(part, trace)}
              value={amount(sum.of, part.value)}
              from={x(part.start)}
              to={x(part.end)}
              label={label}
              width={width}
              fill={barColour(part, sum.of, palette)}
              joined={i < parts.length}
              focusable={i === focus}
              onFocus={setFocus}
              selected={part.node !== undefined && part.node.id === selected}
              {...(part.node && { onClick: () => onSelect(part.node?.id ?? '') })}
            />
          ))}
          <Bar
            at={parts.length}
            name="total"
            value={amount(sum.of, sum.total)}
            from={x(0)}
            to={x(sum.total)}
            label={label}
            width={width}
            fill={palette.nodeLine}
            joined={false}
            focusable={focus === parts.length}
            onFocus={setFocus}
            selected={false}
          />
        </g>
      </svg>
    </>
  );
}

interface BarProps {
  at: number;
  name: string;
  value: string;
  from: number;
  to: number;
  label: number;
  width: number;
  fill: string;
  /** a line leads down to the next bar */
  joined: boolean;
  focusable: boolean;
  onFocus: (at: number) => void;
  selected: boolean;
  onClick?: () => void;
}

function Bar({
  at,
  name,
  value,
  from,
  to,
  label,
  width,
  fill,
  joined,
  focusable,
  onFocus,
  selected,
  onClick,
}: BarProps) {
  const y = at * ROW;
  // what takes away has its figure where it ends, on the left, where there is room
  const before = to < from && to - label > VALUE;
  return (
    <g
      data-step={at}
      className={selected ? 'step selected' : 'step'}
      role={onClick ? 'button' : 'img'}
      aria-label={`${name} ${value}`}
      aria-pressed={onClick ? selected : undefined}

      tabIndex={focusable ? 0 : -1}
      onFocus={() => onFocus(at)}
      onClick={onClick}
    >
      <rect className="row" x={0} y={y} width={width} height={ROW} fill="transparent" />
      <text x={label} y={y + 15} textAnchor="end" className="step-name">
        {name}
      </text>
      <rect
        x={Math.min(from, to)}
        y={y + (ROW - BAR) / 2}
        width={Math.max(1, Math.abs(to - from))}
        height={BAR}
        rx={1.5}
        fill={fill}
      />
      {joined && <path d={`M${to} ${y + (ROW + BAR) / 2}v${ROW - BAR}`} className="join" />}
      <text
        x={before ? to - 6 : Math.max(from, to) + 6}
        y={y + 15}
        textAnchor={before ? 'end' : 'start'}
        className="step-value"
      >
        {value}
      </text>
    </g>
  );
}
