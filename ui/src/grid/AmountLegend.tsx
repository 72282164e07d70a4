import { useTheme } from '../theme/useTheme';

interface AmountLegendProps {
  name: string;
  /** whether amounts below 0 are shown too */
  signed: boolean;
  /** the largest amount, as text */
  most: string;
}

/** What the colours of amounts mean. */
export function AmountLegend({ name, signed, most }: AmountLegendProps) {
  const { palette } = useTheme();
  const { lowers, panel, raises, amount } = palette;
  return (
    <p className="legend diverging">
      <span>{name}, colour by square root</span>
      <span className="sample">
        {signed ? (
          <>
            lowers the metric <span className="number">−{most}</span>
          </>
        ) : (
          '0'
        )}
        <span
          className="diverging-bar"
          style={{
            background: `linear-gradient(to right, ${signed ? `${lowers}, ${panel}, ${raises}` : `${panel}, ${amount}`})`,
          }}
        />
        <span className="number">{signed ? `+${most} raises it` : most}</span>
      </span>
    </p>
  );
}
