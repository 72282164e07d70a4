import { count } from '../common/format';
import { useTheme } from '../theme/useTheme';
import { rankTicks } from './scales';

/** What a rank's colour means, from the first of the vocabulary to the last. */
export function RankRamp({ name, vocabulary }: { name: string; vocabulary: number }) {
  const { palette } = useTheme();
  return (
    <span className="legend-part">
      <span>{name}</span>
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
  );
}
