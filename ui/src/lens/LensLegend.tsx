import { count } from '../common/format';
import { rankTicks } from '../flow/scales';
import { AmountLegend } from '../grid/AmountLegend';
import { useTheme } from '../theme/useTheme';
import type { LensFigure } from './states';

export function LensLegend({ by, vocabulary }: { by: LensFigure; vocabulary: number }) {
  const { palette } = useTheme();
  if (by.key !== 'targetRank') return <AmountLegend name={by.name} signed={false} most="100%" />;
  return (
    <div className="legend" role="group" aria-label="Legend">
      <span className="legend-part">
        <span>{by.name}</span>
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
    </div>
  );
}
