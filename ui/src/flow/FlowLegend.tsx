import { useTheme } from '../theme/useTheme';
import { count, percent } from '../common/format';
import { edgeColour, edgeWidth, rankTicks } from './scales';

const WIDTHS = [0.05, 0.2, 0.6];
const KINDS = [
  ['stream', 'stream'],
  ['attend', 'attention'],
  ['mlp', 'MLP'],
] as const;
const SHAPES = [
  ['residual', 'M0 5a5 5 0 1 1 10 0a5 5 0 1 1-10 0Z'],
  ['head', 'M0 0H10V10H0Z'],
  ['attn_out', 'M5 -1L11 5L5 11L-1 5Z'],
  ['MLP', 'M2 1H10Q12 1 12 5Q12 9 10 9H2Q0 9 0 5Q0 1 2 1Z'],
  ['neuron', 'M2.5 5a2.5 2.5 0 1 1 5 0a2.5 2.5 0 1 1-5 0Z'],
] as const;

export function FlowLegend({ vocabulary }: { vocabulary: number }) {
  const { palette } = useTheme();
  return (
    <div className="legend" role="group" aria-label="Legend">
      <span className="legend-part">
        <span>target&apos;s rank</span>
        <span className="ramp">
          <span
            className="ramp-bar"
            style={{ background: `linear-gradient(to right, ${palette.ranks.join(', ')})` }}
          />
          {rankTicks(vocabulary).map(({ rank, at }) => (
            <span key={rank} className="ramp-tick" style={{ left: `${at * 100}%` }}>
              {count(rank)}
            </span>
          ))}
        </span>
      </span>
      <span className="legend-part">
        <span>share</span>
        {WIDTHS.map((share) => (
          <span key={share} className="sample">
            <svg width={18} height={10} aria-hidden="true">
              <path d="M0 5H18" stroke={palette.edge} strokeWidth={edgeWidth(share)} />
            </svg>
            {percent(share).replace(/\.0+%/, '%')}
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
    </div>
  );
}
