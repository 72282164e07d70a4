import type { Sum } from '../api/types';
import { AXIS, ticksIn, type Scale } from './scale';

/** The figures above the bars; they stay where they are while the bars scroll. */
export function Axis({ of, x, width }: { of: Sum['of']; x: Scale; width: number }) {
  return (
    <svg className="waterfall waterfall-axis" width={width} height={AXIS} aria-hidden="true">
      {x.ticks(ticksIn(width)).map((tick) => (
        <g key={tick}>
          <path d={`M${x(tick)} ${AXIS - 4}V${AXIS}`} className={tick === 0 ? 'zero' : 'tick'} />
          <text x={x(tick)} y={AXIS - 8} textAnchor="middle" className="tick-name">
            {of === 'share' ? `${Math.round(tick * 100)}%` : String(tick).replace('-', '−')}
          </text>
        </g>
      ))}
    </svg>
  );
}
