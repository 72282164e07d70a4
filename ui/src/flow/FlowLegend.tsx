import { CIRCUIT_MARK, circuitText } from '../circuit/mark';
import type { ReactNode } from 'react';
import { useTheme } from '../theme/useTheme';
import { KINDS, SHAPES, shareText, WIDTHS } from './legend';
import { RankRamp } from './RankRamp';
import { edgeColour, edgeWidth } from './scales';

/** What marks and colours mean, and beside it how much is drawn. */
interface FlowLegendProps {
  vocabulary: number;
  /** the circuit whose components are marked */
  circuit: string | undefined;
  children?: ReactNode;
}

export function FlowLegend({ vocabulary, circuit, children }: FlowLegendProps) {
  const { palette } = useTheme();
  return (
    <div className="legend" role="group" aria-label="Legend">
      <RankRamp name="target's rank" vocabulary={vocabulary} />
      <span className="legend-part">
        <span>share</span>
        {WIDTHS.map((share) => (
          <span key={share} className="sample">
            <svg width={18} height={10} aria-hidden="true">
              <path d="M0 5H18" stroke={palette.edge} strokeWidth={edgeWidth(share)} />
            </svg>
            {shareText(share)}
          </span>
        ))}
      </span>
      <span className="legend-part">
        {KINDS.map(([kind, name]) => (
          <span key={kind} className="sample">
            <svg width={14} height={10} aria-hidden="true">
              <path d="M0 5H14" stroke={edgeColour(palette, kind)} strokeWidth={3} />
            </svg>
            {name}
          </span>
        ))}
      </span>
      <span className="legend-part">
        {SHAPES.map(([name, path]) => (
          <span key={name} className="sample">
            <svg width={14} height={14} viewBox="-1.5 -1.5 14 13" aria-hidden="true">
              <path d={path} fill={palette.unranked} stroke={palette.nodeLine} />
            </svg>
            {name}
          </span>
        ))}
      </span>
      {circuit !== undefined && (
        <span className="sample">
          <svg width={12} height={12} viewBox="-6 -6 12 12" aria-hidden="true">
            <path d={CIRCUIT_MARK} fill={palette.text} />
          </svg>
          {circuitText(circuit)}
        </span>
      )}
      {children}
    </div>
  );
}
