import { percent, rankText, signed } from '../common/format';
import { RowTable } from '../common/RowTable';
import type { Diverging } from '../grid/scale';
import type { Measured } from './sweeps';

interface MeasuredTableProps {
  measured: Measured[];
  scale: Diverging;
  onPoint: (each: Measured | undefined) => void;
}

const LISTED = 50;

/** What changes the metric most, in order. */
export function MeasuredTable({ measured, scale, onPoint }: MeasuredTableProps) {
  return (
    <RowTable
      className="ranking"
      caption="What changes the metric most"
      rows={measured.slice(0, LISTED)}
      id={(each) => each.component}
      onPoint={onPoint}
      columns={[
        { name: 'component', of: (each) => each.component },
        {
          name: 'change',
          title: 'the metric after it less that of the pass as it is',
          number: true,
          of: (each) => (
            <>
              <span className="swatch" style={{ background: scale.colour(each.change) }} aria-hidden="true" />
              {signed(each.change)}
            </>
          ),
        },
        {
          name: 'target',
          title: "the target's rank and probability after it",
          number: true,
          of: (each) => `${rankText(each.rank)} ${percent(each.probability)}`,
        },
      ]}
    />
  );
}
