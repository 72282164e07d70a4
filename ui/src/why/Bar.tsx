import { hue } from '../theme/palette';
import { useTheme } from '../theme/useTheme';

/** From the middle: what raises to the right, what lowers to the left. */
export function Bar({ amount, most }: { amount: number; most: number }) {
  const { palette } = useTheme();
  const width = most > 0 ? (50 * Math.abs(amount)) / most : 0;
  return (
    <span
      className="bar"
      style={{
        width: `${width}%`,
        marginLeft: `${amount < 0 ? 50 - width : 50}%`,
        background: hue(palette, amount),
      }}
      aria-hidden="true"
    />
  );
}
