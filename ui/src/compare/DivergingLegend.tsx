import { useTheme } from '../theme/useTheme';
import { differenceText, figureName } from './figures';

/** Orange is less on the right, blue is more, the ground is no difference. */
export function DivergingLegend({ figure, most }: { figure: string; most: number }) {
  const { palette } = useTheme();
  return (
    <p className="legend diverging">
      <span>{figureName(figure)} right minus left</span>
      <span className="sample">
        larger on the left <span className="number">{differenceText(figure, -most)}</span>
        <span
          className="diverging-bar"
          style={{
            background: `linear-gradient(to right, ${palette.lowers}, ${palette.panel}, ${palette.raises})`,
          }}
        />
        <span className="number">{differenceText(figure, most)}</span> larger on the right
      </span>
      <span className="sample">
        <span className="one-sided" aria-hidden="true" /> stored on one side only
      </span>
    </p>
  );
}
